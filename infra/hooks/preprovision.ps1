# A budget's first day can never change, so it is chosen once, with the first provisioning, and kept in the environment.
$ErrorActionPreference = 'Stop'
if (-not $env:MARKETPULSE_BUDGET_START) {
  azd env set MARKETPULSE_BUDGET_START (Get-Date).ToUniversalTime().ToString('yyyy-MM-01')
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
