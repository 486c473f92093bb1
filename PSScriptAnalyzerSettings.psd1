@{
    ExcludeRules = @(
        'PSUseDeclaredVarsMoreThanAssignments' # Pester's blocks share variables that the analyzer does not follow
        'PSAvoidUsingConvertToSecureStringWithPlainText' # tests make keys of the sandbox, which are no secrets
        'PSAvoidUsingPlainTextForPassword'
    )
    Rules        = @{
        PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.4') }
    }
}
