#!/usr/bin/env sh
# A budget's first day can never change, so it is chosen once, with the first provisioning, and kept in the environment.
# A workflow starts from an empty environment each time and would choose anew: there it is a variable, or there is no budget.
set -eu
if [ -z "${CI:-}" ] && [ -z "${MARKETPULSE_BUDGET_START:-}" ]; then
  azd env set MARKETPULSE_BUDGET_START "$(date -u +%Y-%m-01)"
fi
