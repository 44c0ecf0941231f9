// The tables, the deployment package and the host's leases: one account, no keys, nothing public.
import { roles } from '../roles.bicep'

param name string
param location string
param tags object
param appPrincipalId string
param principalId string
param principalType string
@description('Where private endpoints go; empty for none, and then the account is reached over the internet by those with a role.')
param endpointSubnetId string
param blobZoneId string
param tableZoneId string

var isIsolated = !empty(endpointSubnetId)
var packages = 'packages'

// As TableNames.cs names them. The app would make them too; here they exist before its first run.
var tables = ['Announcements', 'Prices', 'Correlations', 'Alerts', 'Notifications', 'Silences', 'Sources', 'Runs']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isIsolated ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isIsolated ? 'Deny' : 'Allow' }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packageContainer 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }
}

// The Functions host keeps its timers' leases and its keys in blobs and makes their containers itself, and the platform
// reads the deployment package: Owner is the least role that Functions supports for AzureWebJobsStorage.
resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roles.storageBlobDataOwner)
  scope: account
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

// The pipeline reads and writes rows, and makes a table that is missing. No queue is used, so there is no role for any.
resource appTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roles.storageTableDataContributor)
  scope: account
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageTableDataContributor
    )
  }
}

// Whoever deploys asks and repairs the tables from their own machine (doctor, query, backfill). Being Owner of the
// subscription doesn't include the data.
resource ownTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(principalId)) {
  name: guid(account.id, principalId, roles.storageTableDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageTableDataContributor
    )
  }
}

module blobEndpoint 'endpoint.bicep' = if (isIsolated) {
  name: 'blob-endpoint'
  params: {
    name: 'pe-blob-${name}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    targetId: account.id
    part: 'blob'
    zoneId: blobZoneId
  }
}

module tableEndpointModule 'endpoint.bicep' = if (isIsolated) {
  name: 'table-endpoint'
  params: {
    name: 'pe-table-${name}'
    location: location
    tags: tags
    subnetId: endpointSubnetId
    targetId: account.id
    part: 'table'
    zoneId: tableZoneId
  }
}

output name string = account.name
// Without the slash at the end, as the setting is documented.
output tableEndpoint string = 'https://${account.name}.table.${environment().suffixes.storage}'
output packageContainerUrl string = '${account.properties.primaryEndpoints.blob}${packages}'
