// Mail through Azure Communication Services, from an Azure-managed domain or one's own.
import { roles } from '../roles.bicep'

param token string
param tags object
param customDomain string
param customDomainIsVerified bool
param appPrincipalId string

var usesCustomDomain = !empty(customDomain) && customDomainIsVerified

resource service 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: 'mail-${token}'
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States' }
}

// Ready at once, DoNotReply@….azurecomm.net; 5 mails a minute and 10 an hour.
resource managedDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = {
  parent: service
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2025-09-01' = if (!empty(customDomain)) {
  parent: service
  name: empty(customDomain) ? 'unused' : customDomain
  location: 'global'
  tags: tags
  properties: { domainManagement: 'CustomerManaged', userEngagementTracking: 'Disabled' }
}

resource ownSender 'Microsoft.Communication/emailServices/domains/senderUsernames@2025-09-01' = if (usesCustomDomain) {
  parent: ownDomain
  name: 'marketpulse'
  properties: { username: 'marketpulse', displayName: 'MarketPulse' }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: 'acs-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: 'United States'
    // Naming the domain's resource here makes it wait for the domain: linked earlier, the deployment fails.
    linkedDomains: [usesCustomDomain ? ownDomain.id : managedDomain.id]
    disableLocalAuth: true
  }
}

// The only built-in role that may send. It reaches this one resource, not the domain's or anybody else's.
resource appEmail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, appPrincipalId, roles.communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.communicationAndEmailServiceOwner
    )
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
output from string = usesCustomDomain
  ? 'marketpulse@${customDomain}'
  : 'DoNotReply@${managedDomain.properties.fromSenderDomain}'
