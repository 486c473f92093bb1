BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    . "$PSScriptRoot/AfternoonSandbox.ps1"
    $sandbox = Start-AfternoonSandbox -History 8d -FlowCount 12
    $sandbox | Connect-BatchFlow
    Set-Location $TestDrive
    function Section($text, $title) { ($text -split "(?m)^## ") -like "$title*" -split "`n" -like '|*' }
    $calls = $sandbox.RequestCount
    $text = New-BatchFlowReport -As Markdown -Last 7d
    $calls = $sandbox.RequestCount - $calls
}

AfterAll {
    Set-Location $PSScriptRoot
    Stop-BatchFlowSandbox $sandbox
}

Describe 'New-BatchFlowReport in a real shell' {
    It 'has the failed runs with their causes' {
        $failed = Section $text 'Failed runs'
        $failed -like '| failed_twice *' | Should -BeLike "*Task 'convert' ended with exit code 2*ERROR: column 'reading' is missing*| Nothing: 3103-* succeeded. | * failed, * | 2 |"
        $failed -like '| timed_out *' | Should -BeLike '*took longer than its time limit of 1800 s*'
        $failed -like '| failed_upstream *' | Should -BeLike '*exit code 3*HTTP 503*-FromTask collect*'
        $failed -like '| slow_month *' | Should -BeNullOrEmpty
    }

    It 'has the missed night in one row, the upstream that failed and the stuck run' {
        $missed = Section $text 'Missed and late runs'
        $missed -like '*| Service down |*' | Should -HaveCount 1
        $missed -like '*| Service down |*' | Should -BeLike '*no flow ran from * until *'
        $missed -like '| waits_for_upstream | Upstream |*' | Should -BeLike "*'failed_upstream', which it waits for, failed*"
        $missed -like '| stuck_run | Stuck |*' | Should -HaveCount 1
        $expected = @(Find-BatchFlowMissedRun -Last 7d).Count
        [int](-split ($text -split "`n" -like '*missed or late'))[1] | Should -BeIn (($expected - 2)..($expected + 2))
    }

    It 'has the same figures, schedules, dependencies and findings as the other commands' {
        $health = Section $text 'Health of flows'
        foreach ($flow in Measure-BatchFlow -Last 7d | Where-Object FlowName -In failed_twice, timed_out) {
            $health -like "| $($flow.FlowName) | $($flow.Runs) | $([math]::Round(100 * $flow.SuccessRate)) % |*" | Should -HaveCount 1
        }
        Section $text 'Starts in the coming week' | Should -HaveCount 9
        $text | Should -BeLike '*"failed_upstream<br>*"waits_for_upstream<br>*'
        $findings = Section $text 'Findings of checks'
        $rules = Get-BatchFlow | Test-BatchFlow -Online | Group-Object RuleId
        $rules | Should -Not -BeNullOrEmpty
        foreach ($rule in $rules) {
            $findings -like "| $($rule.Name) |*| $($rule.Count) |" | Should -HaveCount 1
        }
    }

    It 'asks for each flow twice, and for tasks of failed runs only' {
        $flows = @(Get-BatchFlow).Count
        $calls | Should -BeLessThan (2 * $flows + 300)
        $text | Should -BeLike '*## Left out*earlier failed runs of the same flows*'
    }

    It 'writes a page, and replaces it with -Force only' {
        New-BatchFlowReport night.html -WhatIf
        'night.html' | Should -Not -Exist
        $file = New-BatchFlowReport night.html
        $file | Should -BeOfType IO.FileInfo
        $page = [xml](Get-Content -Raw $file)
        $page.html.body.header.h1 | Should -BeLike 'Flows of *'
        $page.html.body.main.section.h2.'#text' | Should -Contain 'Dependencies between flows'
        { New-BatchFlowReport night.html -ErrorAction Stop } | Should -Throw '*exists*'
        { New-BatchFlowReport night.html -Force -ErrorAction Stop } | Should -Not -Throw
        (New-BatchFlowReport night.md | Get-Content -First 1) | Should -BeLike '# Flows of *'
    }

    It 'is of the flows of the pipeline only, and reads no others' {
        $calls = $sandbox.RequestCount
        $part = Get-BatchFlow failed_twice, waits_for_upstream | New-BatchFlowReport -As Markdown -Last 7d
        $sandbox.RequestCount - $calls | Should -BeLessThan 60
        $part | Should -BeLike '# 2 flows of *'
        (Section $part 'Failed runs')[2..9] | Should -BeLike '| failed_twice |*'
        (Section $part 'Missed and late runs')[2..9] -like '| waits_for_upstream | Upstream |*' |
            Should -BeLike "*'failed_upstream', which it waits for, failed*"
        (Section $part 'Health of flows')[2..9] -replace '^\| (\w+) .*', '$1' | Sort-Object |
            Should -Be failed_twice, waits_for_upstream
        $part | Should -BeLike '*"failed_upstream<br>not among these flows"*'
        $part | Should -Not -Match 'slow_month|timed_out'
        $part | Should -BeLike '*## Left out*Other flows, because the report is limited to 2 flows.*'
        $findings = Section $part 'Findings of checks'
        $rules = Get-BatchFlow failed_twice, waits_for_upstream | Test-BatchFlow -Online | Group-Object RuleId
        $rules | Should -Not -BeNullOrEmpty
        foreach ($rule in $rules) {
            $findings -like "| $($rule.Name) |*| $($rule.Count) |" | Should -HaveCount 1
        }
    }

    It 'is of flows by name, by ID and by their runs, each once' {
        New-BatchFlowReport -FlowId failed_twice -As Markdown | Should -BeLike '# Flow failed_twice of *'
        $runs = Get-BatchFlowInstance -FlowId timed_out -Last 5d
        $runs | New-BatchFlowReport -As Markdown | Should -BeLike '# Flow timed_out of *'
        $report = New-BatchFlowReport -FlowId failed_twice, no_such_flow -As Markdown -ErrorVariable failures -ErrorAction SilentlyContinue
        "$failures" | Should -BeLike "No flow named 'no_such_flow' was found.*"
        $report | Should -BeLike "# Flow failed_twice of *## Left out*Flow 'no_such_flow': it could not be read.*"
    }

    It 'writes nothing when no flow comes, and when none is found' {
        Get-BatchFlow -Name nothing_is_named_so* | New-BatchFlowReport none.html | Should -BeNullOrEmpty
        New-BatchFlowReport none.html -FlowId no_such_flow -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        'none.html' | Should -Not -Exist
    }

    It 'refuses flows of several connections' {
        $flows = [pscustomobject]@{ FlowId = 3001; ConnectionName = 'a' }, [pscustomobject]@{ FlowId = 3001; ConnectionName = 'b' }
        { $flows | New-BatchFlowReport } | Should -Throw 'The flows belong to several connections: a, b.*'
    }

    It 'reads definitions from a backup, and says what it lacks' {
        $null = Backup-BatchFlow flows
        Get-ChildItem flows -Recurse -Filter timed_out*.flow.json | Remove-Item
        Set-Content flows/gone.flow.json (Get-Content -Raw (Get-ChildItem flows -Recurse -Filter failed_twice*.flow.json)).Replace('failed_twice', 'gone')
        $before = $sandbox.Service.CallCounts['Export Flow']
        $report = New-BatchFlowReport -As Markdown -Backup flows -ErrorVariable failures -ErrorAction SilentlyContinue
        $sandbox.Service.CallCounts['Export Flow'] - $before | Should -BeLessThan 5
        $report | Should -BeLike '*## Left out*gone.flow.json of the backup: the service has no such flow.*'
        $failures.Count | Should -BeGreaterThan 0
    }

    It 'says that a backup has no files of flows' {
        $null = New-Item -ItemType Directory empty
        $report = New-BatchFlowReport -As Markdown -Backup empty -ErrorVariable failures -ErrorAction SilentlyContinue
        "$failures" | Should -BeLike '*without files of flows*'
        $report | Should -BeLike '*## Left out*The backup: *without files of flows*'
    }

    It 'goes on without what cannot be read, and lists it' {
        $sandbox | Set-BatchFlowSandbox -Fault ServiceFailed -Count 40 -Operation 'Export Flow'
        $report = New-BatchFlowReport -As Markdown -ErrorVariable failures -ErrorAction SilentlyContinue
        $sandbox | Set-BatchFlowSandbox -ClearFaults
        $failures.Count | Should -BeGreaterThan 0
        $report | Should -BeLike '*## Health of flows*## Left out*The definition of flow *Rules about links between flows*'
    }

    It 'refuses <_>' -ForEach '-Last 0', '-Last 400d', '$TestDrive', '-As Pdf' {
        { Invoke-Expression "New-BatchFlowReport $_ -ErrorAction Stop" } | Should -Throw
    }
}
