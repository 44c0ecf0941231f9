#!/usr/bin/env sh
# With a mail server of one's own, its password is put into the vault by hand: no file and no environment may hold it.
set -eu
if [ "${MARKETPULSE_EMAIL_SENDER:-acs}" = "smtp" ]; then
  echo "If the vault doesn't hold the mail server's password yet, put it there:"
  echo "  az keyvault secret set --vault-name ${MARKETPULSE_VAULT_NAME} --name smtp-password --value PASSWORD"
fi
