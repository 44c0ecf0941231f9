// Private endpoints and a network of its own; one's own domain, already verified.
using '../main.bicep'

param environmentName = 'isolated'
param location = 'swedencentral'
param recipient = 'you@example.org'
param customDomain = 'mail.example.org'
param customDomainIsVerified = true
param isIsolated = true
param budgetAmount = 40
param budgetStart = '2026-11-01'
