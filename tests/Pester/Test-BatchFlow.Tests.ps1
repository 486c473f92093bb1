BeforeAll {
    . "$PSScriptRoot/Shell.ps1"
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) "check-$([guid]::NewGuid())"
    Get-BatchFlow | Export-BatchFlow -Path $folder/flows/ -SplitCommand | Out-Null
    function Get-Summary($findings) { $findings | ForEach-Object { "$($_.FlowName) $($_.RuleId)" } | Sort-Object }
}

AfterAll {
    Disconnect-BatchFlow
    Remove-Item $folder -Recurse -Force
}

Describe 'Test-BatchFlow in a real shell' {
    It 'finds the same in files, in definitions and in the flows of the service' {
        $expected = Get-Summary (Get-BatchFlow | Test-BatchFlow)

        $expected | Should -Not -BeNullOrEmpty
        Get-Summary (Test-BatchFlow $folder/flows) | Should -Be $expected
        Get-Summary (Test-BatchFlow -LiteralPath $folder/flows) | Should -Be $expected
        Get-Summary (Get-ChildItem $folder/flows -Filter *.flow.json | Test-BatchFlow) | Should -Be $expected
        Get-Summary (Get-BatchFlow | Export-BatchFlow | Test-BatchFlow) | Should -Be $expected
    }

    It 'names the file, the place and the remedy' {
        $finding = Test-BatchFlow $folder/flows/migrate_legacy_tariffs.flow.json

        $finding.RuleId | Should -Be 'BF601'
        $finding.Location | Should -Be 'owners'
        $finding.Path | Should -Be (Get-Item $folder/flows/migrate_legacy_tariffs.flow.json).FullName
        $finding.Remedy | Should -Be (Get-BatchFlowRule BF601).Remedy
    }

    It 'leaves out what the file accepts with a reason, and the service never gets that' {
        $file = Get-Item $folder/flows/migrate_legacy_tariffs.flow.json
        $accepted = "$folder/accepted.flow.json"
        (Get-Content $file -Raw) -replace '("\$schema": [^\n]+)', "`$1`n  `"`$suppress`": [ { `"rule`": `"BF601`", `"reason`": `"Nobody owns it.`" } ]," -replace 'migrate_legacy_tariffs', 'accepted' |
            Set-Content $accepted

        Test-BatchFlow $accepted | Should -BeNullOrEmpty
        $id = (Import-BatchFlow $accepted -Directory archive).FlowId
        (Export-BatchFlow $id).ToJson() | Should -Not -Match 'suppress'
        Remove-BatchFlow $id -Confirm:$false
    }

    It 'writes what CI systems read, unreadable files included' {
        Set-Content $folder/flows/broken.flow.json '{'
        try {
            $sarif = Test-BatchFlow $folder/flows -As Sarif -ErrorAction SilentlyContinue -ErrorVariable failed | ConvertFrom-Json
            $junit = [xml](Test-BatchFlow $folder/flows -As JUnit -ErrorAction SilentlyContinue)
        }
        finally { Remove-Item $folder/flows/broken.flow.json }

        $failed.FullyQualifiedErrorId | Should -Be 'FileNotRead,BatchFlows.Commands.TestBatchFlowCommand'
        $sarif.runs[0].results.ruleId | Should -Contain 'BF601'
        $sarif.runs[0].invocations[0].executionSuccessful | Should -BeFalse
        $junit.testsuites.testsuite.Count | Should -Be 8
        $junit.SelectNodes('//error').Count | Should -Be 1
    }

    It 'checks links with the service' {
        $definition = Export-BatchFlow 3003
        $definition.FlowLinks[0].SourceFlowName = 'no_such_flow'
        $definition.TaskLinks[0].SourceTaskName = 'fetch_readings'

        (Test-BatchFlow -FlowId $definition -Rule BF5*) | Should -BeNullOrEmpty
        (Test-BatchFlow -FlowId $definition -Rule BF5* -Online).RuleId | Should -Be 'BF501', 'BF503'
    }

    It 'needs no connection for files' {
        $module = (Get-Module BatchFlows.PowerShell).Path
        $said = Invoke-Shell -Command "Import-Module '$module'; (Test-BatchFlow '$folder/flows').Count"

        $said | Should -BeGreaterThan 0
    }

    It 'selects rules by patterns and by severity' {
        (Get-BatchFlow | Test-BatchFlow -Rule BF6* -ExcludeRule BF602).RuleId | Should -Be 'BF601'
        (Get-BatchFlow | Test-BatchFlow -Severity Warning).Severity | Sort-Object -Unique | Should -Be 'Warning'
        { Test-BatchFlow -FlowId 3001 -Rule BF99 } | Should -Throw "No rule has the ID 'BF99'*"
    }
}
