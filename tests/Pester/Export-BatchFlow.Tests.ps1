BeforeAll {
    Import-Module "$PSScriptRoot/../../out/BatchFlows.PowerShell/BatchFlows.PowerShell.psd1" -Force
    Connect-BatchFlow -Sandbox
}

AfterAll { Disconnect-BatchFlow }

Describe 'Export-BatchFlow in a real shell' {
    It 'stops when no more objects are wanted' {
        $sandbox = Get-BatchFlowSandbox
        $sandbox.Service.ResetCounters()
        1..200 | ForEach-Object { $sandbox.Service.PutFlow($_, "{`"name`":`"f$_`"}") }

        (1..200 | Export-BatchFlow -ThrottleLimit 2 | Select-Object -First 1).FlowName | Should -Be 'f1'

        $sandbox.RequestCount | Should -BeLessThan 30
    }

    It 'goes into the standard tooling' {
        $tasks = 3001..3006 | Export-BatchFlow | Get-BatchFlowTask

        ($tasks | Group-Object FlowName).Count | Should -Be 6
        ($tasks | Sort-Object Timeout -Descending)[0].Timeout | Should -Be ($tasks | Measure-Object Timeout -Maximum).Maximum
        ($tasks | ConvertTo-Csv | ConvertFrom-Csv).TaskName | Should -Be $tasks.TaskName
        (2924 | Export-BatchFlow | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Tasks[0].RunMode.Cpu | Should -Be 0.5
        ($tasks | Where-Object Type -EQ PYTHON).Count | Should -BeGreaterThan 0
        ($tasks | Where-Object Cpu -GE 1).Count | Should -BeGreaterThan 0
    }

    It 'writes files that other commands take' {
        $json = 2924 | Export-BatchFlow -Path "$TestDrive/flows" | Get-Content -Raw | ConvertFrom-Json

        $json.name | Should -Be 'nFlow'
    }

    It 'writes files that the schema of the module accepts and git leaves as they are' {
        $schema = (Get-Module BatchFlows.PowerShell).ModuleBase + '/schemas/flow.schema.json'

        $files = Get-BatchFlow | Export-BatchFlow -Path "$TestDrive/canonical"
        $again = Get-BatchFlow | Export-BatchFlow -Path "$TestDrive/again"

        $files.Count | Should -BeGreaterThan 5
        foreach ($file in $files) { Get-Content $file -Raw | Test-Json -SchemaFile $schema | Should -BeTrue }
        ($files | Get-FileHash).Hash | Should -Be ($again | Get-FileHash).Hash
    }

    It 'writes commands beside the flow, and the service''s own form with -Raw' {
        $sandbox = Get-BatchFlowSandbox
        $sandbox.Service.PutFlow(9001, '{"name":"split","tasks":[{"name":"a","type":"PYTHON","cmd":"import os\r\nprint(1)\n"}]}')

        $file = Export-BatchFlow 9001 -Path "$TestDrive/split" -SplitCommand
        $raw = Export-BatchFlow 9001 -Path "$TestDrive/split" -Raw

        $file.Name | Should -Be 'split.flow.json'
        $raw.Name | Should -Be '9001-split.json'
        [IO.File]::ReadAllText("$TestDrive/split/split/a.py") | Should -BeExactly "import os`r`nprint(1)`n"
        ($file | Get-Content -Raw | ConvertFrom-Json).tasks[0].cmd.'$file' | Should -Be 'split/a.py'
        (Export-BatchFlow ($file | Import-BatchFlow -Directory / -Name joined)).Tasks[0].Command |
            Should -BeExactly "import os`r`nprint(1)`n"
    }

    It 'works in parallel runspaces with one connection' {
        $connection = Get-BatchFlowConnection sandbox
        $module = (Get-Module BatchFlows.PowerShell).Path

        $names = 1..8 | ForEach-Object -Parallel {
            Import-Module $using:module
            (Export-BatchFlow 2924 -Connection $using:connection).FlowName
        }

        $names | Should -Be (@('nFlow') * 8)
    }

    It 'is caught as any other error' {
        { Export-BatchFlow 666 -ErrorAction Stop } | Should -Throw -ErrorId 'FlowNotFound,BatchFlows.Commands.ExportBatchFlowCommand'
    }
}
