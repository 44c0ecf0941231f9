// What Azure tells when the pipeline can't tell it itself. Every text says what to do.
param token string
param location string
param tags object
param recipient string
param insightsId string
param workspaceId string
param hasLogAlerts bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'MarketPulse'
    enabled: true
    emailReceivers: [{ name: 'recipient', emailAddress: recipient, useCommonAlertSchema: true }]
  }
}

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'failures-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Three or more runs failed within an hour. Do: run "marketpulse doctor --azure"; it names what doesn\'t work and the cure. A run that failed is made good by the next one. More: docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failed'
          metricNamespace: 'microsoft.insights/components'
          metricName: 'requests/failed'
          operator: 'GreaterThanOrEqual'
          threshold: 3
          timeAggregation: 'Count'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// Timers have stopped for good after a deployment before, and then nobody inside is left to say so.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (hasLogAlerts) {
  name: 'silence-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MarketPulse: no run succeeded for three hours'
    description: 'No scheduled function came to its end for three hours. Do: restart the function app (az functionapp restart); if that doesn\'t help, deploy again (azd deploy). Then run "marketpulse doctor --azure". What was missed is made up for by the next run. More: docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT3H'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          // The host's requests, or the worker's own spans of the same names: should either stop coming, the other still tells.
          query: 'union AppRequests, AppDependencies | where Success == true | where Name in ("IngestAnnouncements", "IngestPrices", "Correlate", "SendAlerts", "Watchdog")'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

resource deadLetters 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (hasLogAlerts) {
  name: 'dead-letters-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MarketPulse: a mail was given up'
    description: 'A mail was refused for good, or failed ten times, and was set aside. Do: run "marketpulse doctor --azure"; it shows what the sender said last. The alert itself is in "marketpulse query alerts". More: docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    autoMitigate: false
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where SeverityLevel >= 3 | where Message startswith "Mail set aside"'
          timeAggregation: 'Count'
          operator: 'GreaterThanOrEqual'
          threshold: 1
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}
