// A mail server instead of Communication Services, its password in a vault.
using '../main.bicep'

param environmentName = 'smtp'
param location = 'westeurope'
param recipient = 'you@example.org'
param symbols = 'NVDA'
param emailSender = 'smtp'
param smtpHost = 'smtp.example.org'
param smtpPort = 465
param smtpSecurity = 'SslOnConnect'
param smtpUser = 'alerts'
param smtpFrom = 'alerts@example.org'
param hasLogAlerts = false
param principalId = '00000000-0000-0000-0000-00000000000a'
