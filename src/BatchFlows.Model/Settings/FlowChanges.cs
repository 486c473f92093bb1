using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Settings;

/// <summary>The wanted values of some settings of a flow; the others stay as they are.</summary>
internal sealed class FlowChanges
{
    private readonly Dictionary<FlowSetting, object> _wanted = [];

    /// <summary>True when no setting is to change.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>
    /// Sets the wanted value of the setting of this name; parameters that the table does not name keep their value.
    /// </summary>
    /// <exception cref="InvalidOperationException">No setting has this name.</exception>
    public object this[string name]
    {
        init => _wanted[FlowSettings.Saved.Single(setting => setting.Name == name)] = ToValue(value);
    }

    /// <summary>The changes that the bound parameters of a command ask for; a null asks for none.</summary>
    public static FlowChanges Of(IReadOnlyDictionary<string, object?> parameters)
    {
        var changes = new FlowChanges();
        foreach (var setting in FlowSettings.All)
        {
            if (parameters.TryGetValue(setting.Parameter, out var value) && value is not null)
                changes._wanted[setting] = ToValue(value);
        }

        return changes;
    }

    /// <summary>The same changes and one more; the same alone when the value is null.</summary>
    public FlowChanges With(FlowSetting setting, object? value)
    {
        var changes = new FlowChanges();
        foreach (var wanted in _wanted) changes._wanted[wanted.Key] = wanted.Value;
        if (value is not null) changes._wanted[setting] = ToValue(value);
        return changes;
    }

    /// <summary>True when the setting is to change.</summary>
    public bool Include(FlowSetting setting) => _wanted.ContainsKey(setting);

    /// <summary>The value of a setting after the change; the same as before when it is not to change.</summary>
    public object? Apply(FlowSetting setting, object? before) => !_wanted.TryGetValue(setting, out var wanted) ? before
        : wanted is IDictionary set && before is ParameterList parameters ? parameters.With(set)
        : wanted;

    private static object ToValue(object given) => given switch
    {
        DateTime date => new ServiceTime(DateTime.SpecifyKind(date.Date, DateTimeKind.Unspecified)),
        string[] names => new UserList(names),
        _ => given,
    };
}
