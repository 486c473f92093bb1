BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
    Set-Location $TestDrive
}

AfterAll {
    Set-Location $PSScriptRoot
    Disconnect-BatchFlow
}

Describe 'ConvertTo-BatchFlowDiagram in a real shell' {
    It 'draws the same of a definition, an ID, a name, a flow and a file' {
        $expected = Export-BatchFlow 3001 | ConvertTo-BatchFlowDiagram
        Export-BatchFlow 3001 -Path etl.flow.json
        $expected | Should -Match 'fetch_readings'
        ConvertTo-BatchFlowDiagram 3001 | Should -Be $expected
        'etl_meter_readings' | ConvertTo-BatchFlowDiagram | Should -Be $expected
        Get-BatchFlow 3001 | ConvertTo-BatchFlowDiagram | Should -Be $expected
        Get-BatchFlow -Name etl* | ConvertTo-BatchFlowDiagram | Should -Be $expected
        ConvertTo-BatchFlowDiagram ./etl.flow.json | Should -Be $expected
        Get-Item etl.flow.json | ConvertTo-BatchFlowDiagram | Should -Be $expected
    }

    It 'draws one picture per flow, run and comparison, in the order given' {
        $drawn = 3001, 3003 | ConvertTo-BatchFlowDiagram
        $drawn | Should -HaveCount 2
        $drawn[1] | Should -BeLike 'forecast_demand*'
        $run = Get-BatchFlowInstance -Status Fail -First 1 | ConvertTo-BatchFlowDiagram
        $run | Should -BeLike '*forecast *failed*try 4 of 4*publish_forecast *not started*'
        $old = Export-BatchFlow 3001
        $new = [BatchFlows.FlowDefinition]::Parse($old.ToJson())
        $new.Tasks.RemoveAt(3)
        $new.Tasks[0].Timeout = 7
        Compare-BatchFlow $old $new | ConvertTo-BatchFlowDiagram |
            Should -BeLike '*~ fetch_readings *changed, Timeout*drop_staging_files *removed*'
    }

    It 'draws which flow waits for which' {
        Get-BatchFlow | ConvertTo-BatchFlowDiagram -View Dependency |
            Should -BeLike '*watch_substations*forecast_demand*after etl_meter_readings*'
    }

    It 'draws found dependencies as one picture, with broken links and circles' {
        Get-BatchFlowDependency 3003 | ConvertTo-BatchFlowDiagram |
            Should -BeLike 'Dependencies of forecast_demand*4 flows*watch_substations*forecast_demand *after etl_meter_readings*'
        Get-BatchFlowDependency 3003 -Level Task | ConvertTo-BatchFlowDiagram |
            Should -BeLike '*join_weather *forecast_demand*forecast *after load_readings*'
        $null = New-Item ring -ItemType Directory
        foreach ($pair in 'a b', 'b a', 'c gone') {
            $name, $upstream = $pair -split ' '
            Set-Content "ring/$name.flow.json" ('{"name":"' + $name + '","tasks":[{"name":"t"}],"flowLinks":[{"linkId":"0","sourceFlowName":"' +
                $upstream + '"}],"linkRelations":[{"linkId":"0","targetTaskName":"t"}]}')
        }

        $found = Get-BatchFlowDependency -Path ring
        $drawn = $found | ConvertTo-BatchFlowDiagram
        $drawn | Should -HaveCount 1
        $drawn | Should -BeLike '*a *in a circle*gone *missing*c *broken link*'
        ([xml] ($found | ConvertTo-BatchFlowDiagram -As Svg)).svg.g.g | Where-Object class -EQ 'box flow broken' | Should -HaveCount 1
        { $found | ConvertTo-BatchFlowDiagram -View Timeline -ErrorAction Stop } | Should -Throw '*a timeline shows runs*'
        $found | ConvertTo-BatchFlowDiagram -Path ring.svg -WhatIf
        Test-Path ring.svg | Should -BeFalse
    }

    It 'draws <_> as one string, and as a file by its extension' -ForEach 'Svg', 'Html', 'Mermaid', 'Dot' {
        $extension = @{ Svg = 'svg'; Html = 'html'; Mermaid = 'mmd'; Dot = 'dot' }[$_]
        $drawn = 3001, 3003 | ConvertTo-BatchFlowDiagram -As $_
        $drawn | Should -HaveCount 2
        $drawn[0] | Should -Match 'fetch_readings'
        $file = 3001 | ConvertTo-BatchFlowDiagram -Path "by.$extension"
        Get-Content $file -Raw | Should -BeExactly $drawn[0]
        [IO.File]::ReadAllBytes($file)[0] | Should -Not -Be 0xEF
        (3001 | ConvertTo-BatchFlowDiagram -As $_ -Path "all-$_/").Name | Should -Be "etl_meter_readings.$extension"
    }

    It 'draws the tasks of one run, and several runs, on a time axis' {
        $run = Get-BatchFlowInstance -Status Fail -First 1
        $run | ConvertTo-BatchFlowDiagram -View Timeline | Should -BeLike '*join_weather *success*forecast *failed*3 retries*publish_forecast *not started*'
        $runs = Get-BatchFlowInstance -First 5
        $before = (Get-BatchFlowSandbox).RequestCount
        $night = $runs | ConvertTo-BatchFlowDiagram -View Timeline
        (Get-BatchFlowSandbox).RequestCount | Should -Be $before
        $night | Should -HaveCount 1
        foreach ($one in $runs) { $night | Should -Match $one.FlowInstanceId }
        [xml] ($runs | ConvertTo-BatchFlowDiagram -View Timeline -As Svg) | ForEach-Object { $_.svg.title.'#text' } | Should -Be 'Runs'
        $runs | ConvertTo-BatchFlowDiagram -View Timeline -As Mermaid | Should -Match '(?m)^gantt$'
    }

    It 'draws a run as it is now, when it had not ended as it was read' {
        $run = Start-BatchFlow 3002 -Force
        $run.IsEnded | Should -BeFalse
        Set-BatchFlowSandbox -Advance 1h
        $run | ConvertTo-BatchFlowDiagram | Should -BeLike '*success*poll_telemetry *success*raise_alarms *success*'
        $run | ConvertTo-BatchFlowDiagram -View Timeline | Should -Not -Match 'running|not started'
    }

    It 'keeps to the width, and to ASCII' {
        foreach ($line in (3003 | ConvertTo-BatchFlowDiagram -Width 40) -split "`n") { $line.Length | Should -BeLessOrEqual 40 }
        3003 | ConvertTo-BatchFlowDiagram -Ascii | Should -Match '^[ -~\n]+$'
    }

    It 'writes no command and no parameter into a picture' {
        $flow = Export-BatchFlow 3001
        $flow.Tasks[0].Command = 'curl -H "token: s3cr3t-value"'
        'Text', 'Svg', 'Html', 'Mermaid', 'Dot' | ForEach-Object { $flow | ConvertTo-BatchFlowDiagram -As $_ | Should -Not -Match 's3cr3t' }
        Compare-BatchFlow (Export-BatchFlow 3001) $flow | ConvertTo-BatchFlowDiagram -As Html | Should -Not -Match 's3cr3t'
    }

    It 'writes a file whole, and replaces it with -Force only' {
        $file = 3001 | ConvertTo-BatchFlowDiagram -Path flow.txt
        $file | Should -BeOfType IO.FileInfo
        Get-Content flow.txt -Raw | Should -Match 'fetch_readings'
        { 3003 | ConvertTo-BatchFlowDiagram -Path flow.txt -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists*'
        Get-Content flow.txt -Raw | Should -Match 'fetch_readings'
        3003 | ConvertTo-BatchFlowDiagram -Path flow.txt -Force -WhatIf
        Get-Content flow.txt -Raw | Should -Match 'fetch_readings'
        3003 | ConvertTo-BatchFlowDiagram -Path flow.txt -Force
        Get-Content flow.txt -Raw | Should -Match 'join_weather'
        { 3001, 3003 | ConvertTo-BatchFlowDiagram -Path two.txt -ErrorAction Stop } | Should -Throw -ErrorId 'PathInvalid*'
        Test-Path two.txt | Should -BeFalse
        (3001, 3003 | ConvertTo-BatchFlowDiagram -Path all/).Name | Should -Be 'etl_meter_readings.txt', 'forecast_demand.txt'
    }

    It 'says what cannot be drawn, and goes on' {
        $drawn = 3001, 1, 3003 | ConvertTo-BatchFlowDiagram -ErrorAction SilentlyContinue -ErrorVariable failed
        $drawn | Should -HaveCount 2
        $failed.FullyQualifiedErrorId | Should -BeLike 'FlowNotFound*'
        3001 | ConvertTo-BatchFlowDiagram -View Timeline -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Exception.Message | Should -BeLike '*a timeline shows runs*'
        ConvertTo-BatchFlowDiagram etl_meter_readings -View Timeline -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Exception.Message | Should -BeLike "'etl_meter_readings' cannot be drawn*"
        { 3001 | ConvertTo-BatchFlowDiagram -Path picture.png } | Should -Throw "*'.png' names no form*"
        Test-Path picture.png | Should -BeFalse
        3001 | ConvertTo-BatchFlowDiagram -Path picture.notes -As Mermaid | Get-Content -Raw | Should -BeLike '*flowchart*'
        { 3001 | ConvertTo-BatchFlowDiagram -View Timeline -As Dot } | Should -Throw '*Graphviz draws no timelines*'
        ConvertTo-BatchFlowDiagram ./missing.json -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'FileNotRead*'
    }
}
