// A private endpoint with its name in the private zone.
param name string
param location string
param tags object
param subnetId string
param targetId string
@allowed(['blob', 'table', 'vault'])
param part string
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: part
        properties: { privateLinkServiceId: targetId, groupIds: [part] }
      }
    ]
  }

  resource zone 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: part, properties: { privateDnsZoneId: zoneId } }]
    }
  }
}
