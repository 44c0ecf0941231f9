# A budget's first day can never change, so it is chosen once, with the first provisioning, and kept in the environment.
# A workflow starts from an empty environment each time and would choose anew: there it is a variable, or there is no budget.
$ErrorActionPreference = 'Stop'
if (-not $env:CI -and -not $env:MARKETPULSE_BUDGET_START) {
  azd env set MARKETPULSE_BUDGET_START (Get-Date).ToUniversalTime().ToString('yyyy-MM-01')
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
