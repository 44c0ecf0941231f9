// A page in the portal over the logs: runs, failures, durations, what the stages counted, mails and one story from feed to mail.
param location string
param tags object
param workspaceId string

// Each is asked of the workspace, where the tables are called AppRequests and so on; of Application Insights itself they are
// called otherwise.
var parts = [
  {
    title: 'Runs and failures by function. None for three hours: the alert "no run succeeded" says what to do.'
    query: 'AppRequests | where Name in ("IngestAnnouncements", "IngestPrices", "Correlate", "SendAlerts", "Watchdog") | summarize Runs = count(), Failed = countif(Success == false), Median = percentile(DurationMs, 50) / 1000, Slowest = max(DurationMs) / 1000, Last = max(TimeGenerated) by Name'
    picture: 'table'
  }
  {
    title: 'Seconds that runs took. Flex Consumption gives 22 s a run away with the default schedules.'
    query: 'AppRequests | where Name in ("IngestAnnouncements", "IngestPrices", "Correlate", "SendAlerts", "Watchdog") | summarize percentile(DurationMs, 95) / 1000 by Name, bin(TimeGenerated, 1h)'
    picture: 'timechart'
  }
  {
    title: 'What the stages counted: announcements, bars, results, alerts, mails.'
    query: 'AppMetrics | where Name == "marketpulse.counted" | summarize Sum = sum(Sum) by What = tostring(Properties["what"]), bin(TimeGenerated, 1d)'
    picture: 'barchart'
  }
  {
    title: 'What could not be done, newest first. Each names its cause; the next run tries again.'
    query: 'AppTraces | where SeverityLevel >= 2 | project TimeGenerated, Message | order by TimeGenerated desc | take 50'
    picture: 'table'
  }
  {
    title: 'Stories from feed to mail: one operation each. Open an OperationId under Transaction search.'
    query: 'AppDependencies | where Name in ("announcement stored", "announcement measured", "alert decided", "mail sent") | summarize Begun = min(TimeGenerated), Steps = make_set(Name) by OperationId, Symbol = tostring(Properties["symbol"]) | order by Begun desc | take 50'
    picture: 'table'
  }
  {
    title: 'Megabytes of logs a day. At 100 the cap closes until the next day; a source that fails in a loop is the usual cause.'
    query: 'union withsource = Source App* | summarize MB = sum(_BilledSize) / 1e6 by Source, bin(TimeGenerated, 1d)'
    picture: 'barchart'
  }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // The name must be a GUID; the people's name is displayName.
  name: guid(workspaceId, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'MarketPulse'
    description: 'Runs, failures, durations, counts, mails and logs of the pipeline.'
    category: 'workbook'
    sourceId: workspaceId
    version: '1.0'
    serializedData: string({
      version: 'Notebook/1.0'
      '$schema': 'https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json'
      items: map(range(0, length(parts)), i => {
        // A part that asks the logs; 0 is the query language of logs.
        type: 3
        name: 'part ${i}'
        content: {
          version: 'KqlItem/1.0'
          title: parts[i].title
          query: parts[i].query
          size: 0
          queryType: 0
          resourceType: 'microsoft.operationalinsights/workspaces'
          crossComponentResources: [workspaceId]
          visualization: parts[i].picture
          // A week, in milliseconds.
          timeContext: { durationMs: 604800000 }
        }
      })
    })
  }
}
