# A sandbox with a history, in whose zone it is past 17:00, so that the runs of night and morning have happened at whatever
# hour a test runs.
function Start-AfternoonSandbox($History, $FlowCount) {
    $hours = (17 - [datetime]::UtcNow.Hour + 36) % 24 - 12
    Start-BatchFlowSandbox -History $History -FlowCount $FlowCount -Seed 7 -UtcOffset ([timespan]::FromHours($hours))
}
