// A word before the bill: at 80 percent of the month's amount foreseen and at 100 percent spent.
param name string
param amount int
@description('A first of a month, such as 2026-11-01; a budget refuses any change of it.')
param start string
param recipient string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: '${start}T00:00:00Z' }
    notifications: {
      Foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Forecasted'
        contactEmails: [recipient]
      }
      Spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [recipient]
      }
    }
  }
}
