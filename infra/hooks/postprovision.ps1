# With a mail server of one's own, its password is put into the vault by hand: no file and no environment may hold it.
if ($env:MARKETPULSE_EMAIL_SENDER -eq 'smtp') {
  Write-Output "If the vault doesn't hold the mail server's password yet, put it there:"
  Write-Output "  az keyvault secret set --vault-name $env:MARKETPULSE_VAULT_NAME --name smtp-password --value PASSWORD"
}
