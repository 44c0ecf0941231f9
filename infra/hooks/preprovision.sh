#!/usr/bin/env sh
# A budget's first day can never change, so it is chosen once, with the first provisioning, and kept in the environment.
set -eu
if [ -z "${MARKETPULSE_BUDGET_START:-}" ]; then
  azd env set MARKETPULSE_BUDGET_START "$(date -u +%Y-%m-01)"
fi
