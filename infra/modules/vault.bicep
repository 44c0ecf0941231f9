// The mail server's password, which a person puts here; no template and no setting ever holds it.
import { roles } from '../roles.bicep'

@maxLength(24)
param name string
param location string
param tags object
param appPrincipalId string
param principalId string
param principalType string
param endpointSubnetId string
param vaultZoneId string

var isIsolated = !empty(endpointSubnetId)

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    publicNetworkAccess: isIsolated ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isIsolated ? 'Deny' : 'Allow' }
  }
}

// The platform resolves the setting's reference as the app: reading secrets is all that it needs.
resource appSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

// Whoever deploys puts the password in.
resource ownSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(principalId)) {
  name: guid(vault.id, principalId, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}

module endpoint 'endpoint.bicep' = if (isIsolated) {
  name: 'vault-endpoint'
  params: {
    name: 'pe-vault-${name}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    targetId: vault.id
    part: 'vault'
    zoneId: vaultZoneId
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
