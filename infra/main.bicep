// MarketPulse in one person's own subscription: everything that `azd up` makes, and nothing that `azd down` leaves.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('The azd environment: one deployment, and the tag that azd finds it by.')
param environmentName string

@minLength(1)
@description('The region of everything that has one.')
param location string

@minLength(6)
@description('Who gets the mails, the alerts of Azure Monitor and the budget\'s warning.')
param recipient string

@description('Which of the watchlist\'s symbols are followed, comma separated; empty for all of them.')
param symbols string = ''

@description('When each function runs: six-field NCRONTAB in UTC.')
param schedules schedulesOf = {
  IngestAnnouncements: '0 */15 * * * *'
  IngestPrices: '0 20 * * * *'
  Correlate: '0 25 * * * *'
  SendAlerts: '0 */10 * * * *'
  Watchdog: '0 40 11 * * *'
}

@description('How the sources see us. The SEC asks for a contact; empty takes the recipient.')
param userAgent string = ''

@allowed(['acs', 'smtp'])
@description('How mails leave: Azure Communication Services, or a mail server of yours.')
param emailSender string = 'acs'

@description('For acs: a domain of yours to send from; empty for the Azure-managed one alone.')
param customDomain string = ''

@description('For acs: whether that domain has passed its DNS checks. Until then it can\'t be linked, and the managed one sends.')
param customDomainIsVerified bool = false

@description('For smtp: the server\'s name. The password goes into the vault by hand, never through here.')
param smtpHost string = ''

@description('For smtp: 587 with StartTls, 465 with SslOnConnect.')
param smtpPort int = 587

@allowed(['StartTls', 'SslOnConnect'])
param smtpSecurity string = 'StartTls'

@description('For smtp: the login.')
param smtpUser string = ''

@description('For smtp: the address that this login may send from.')
param smtpFrom string = ''

@description('Whether storage and vault are reached over a private network only. Costs about $22 a month more.')
param isIsolated bool = false

@description('Whether silence and dead letters are watched for by log queries, at about $0.50 a month each.')
param hasLogAlerts bool = true

@minValue(1)
@description('The month\'s spending, in the subscription\'s currency, of which 80 and 100 percent are told.')
param budgetAmount int = 5

@description('The budget\'s first day, a first of a month. It can never change, so it is kept in the azd environment; empty for no budget.')
param budgetStart string = ''

@description('Whoever deploys: may read and write the tables and the vault\'s secrets from their own machine. Empty for nobody.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal'])
param principalType string = 'User'

type schedulesOf = {
  IngestAnnouncements: string
  IngestPrices: string
  Correlate: string
  SendAlerts: string
  Watchdog: string
}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, application: 'marketpulse' }
var isSmtp = emailSender == 'smtp'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-marketpulse-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { name: 'id-${token}', location: location, tags: tags }
}

module network 'modules/network.bicep' = if (isIsolated) {
  name: 'network'
  scope: group
  params: { name: 'vnet-${token}', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    principalId: principalId
    principalType: principalType
    endpointSubnetId: isIsolated ? network!.outputs.endpointSubnetId : ''
    blobZoneId: isIsolated ? network!.outputs.blobZoneId : ''
    tableZoneId: isIsolated ? network!.outputs.tableZoneId : ''
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: { token: token, location: location, tags: tags, appPrincipalId: identity.outputs.principalId }
}

module email 'modules/email.bicep' = if (!isSmtp) {
  name: 'email'
  scope: group
  params: {
    token: token
    tags: tags
    customDomain: customDomain
    customDomainIsVerified: customDomainIsVerified
    appPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = if (isSmtp) {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    principalId: principalId
    principalType: principalType
    endpointSubnetId: isIsolated ? network!.outputs.endpointSubnetId : ''
    vaultZoneId: isIsolated ? network!.outputs.vaultZoneId : ''
  }
}

var passwordSecret = 'smtp-password'
var emailSettings = isSmtp
  ? {
      Email__Sender: 'smtp'
      Email__From: smtpFrom
      Email__SmtpHost: smtpHost
      Email__SmtpPort: string(smtpPort)
      Email__SmtpSecurity: smtpSecurity
      Email__SmtpUser: smtpUser
      // A reference, resolved by the platform with the app's identity: the password itself is in the vault alone.
      Email__SmtpPassword: '@Microsoft.KeyVault(SecretUri=${vault!.outputs.uri}secrets/${passwordSecret})'
    }
  : {
      Email__Sender: 'acs'
      Email__From: email!.outputs.from
      Email__AcsEndpoint: email!.outputs.endpoint
      Email__AcsClientId: identity.outputs.clientId
    }

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    tableEndpoint: storage.outputs.tableEndpoint
    packageContainerUrl: storage.outputs.packageContainerUrl
    insightsConnectionString: monitoring.outputs.connectionString
    appSubnetId: isIsolated ? network!.outputs.appSubnetId : ''
    settings: union(emailSettings, {
      Email__To: recipient
      Http__UserAgent: empty(userAgent) ? 'MarketPulse/0.1 (${recipient})' : userAgent
      Watchlist__Symbols: symbols
      IngestAnnouncements__Schedule: schedules.IngestAnnouncements
      IngestPrices__Schedule: schedules.IngestPrices
      Correlate__Schedule: schedules.Correlate
      SendAlerts__Schedule: schedules.SendAlerts
      Watchdog__Schedule: schedules.Watchdog
    })
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    recipient: recipient
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    hasLogAlerts: hasLogAlerts
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module budget 'modules/budget.bicep' = if (!empty(budgetStart)) {
  name: 'budget'
  scope: group
  params: { name: 'budget-${token}', amount: budgetAmount, start: budgetStart, recipient: recipient }
}

// What `marketpulse doctor --azure` reads from the azd environment. Names and addresses; nothing here opens anything.
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_FUNCTIONS_NAME string = app.outputs.name
output MARKETPULSE_URL string = app.outputs.url
output MARKETPULSE_TABLE_ENDPOINT string = storage.outputs.tableEndpoint
output MARKETPULSE_RECIPIENT string = recipient
output MARKETPULSE_EMAIL_SENDER string = emailSender
output MARKETPULSE_EMAIL_FROM string = isSmtp ? smtpFrom : email!.outputs.from
output MARKETPULSE_ACS_ENDPOINT string = isSmtp ? '' : email!.outputs.endpoint
output MARKETPULSE_VAULT_NAME string = isSmtp ? vault!.outputs.name : ''
