// Logs and telemetry, capped so that a fault that floods them can't run up a bill.
import { roles } from '../roles.bicep'

param token string
param location string
param tags object
param appPrincipalId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    // In GB. At 0.1 a day a whole month stays within the 5 GB that are free.
    workspaceCapping: { dailyQuotaGb: json('0.1') }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // host.json samples at the source; here nothing more is thrown away.
    SamplingPercentage: 100
    // Telemetry is taken from identities alone: the connection string by itself opens nothing.
    DisableLocalAuth: true
  }
}

// Sending telemetry is all that it allows.
resource appMetrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}

output insightsId string = insights.id
output workspaceId string = workspace.id
output connectionString string = insights.properties.ConnectionString
