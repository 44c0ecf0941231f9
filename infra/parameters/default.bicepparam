// What `azd up` deploys when nothing but the environment, the region and the recipient is set.
using '../main.bicep'

param environmentName = 'home'
param location = 'eastus2'
param recipient = 'you@example.org'
param budgetStart = '2026-11-01'
param principalId = '00000000-0000-0000-0000-00000000000a'
