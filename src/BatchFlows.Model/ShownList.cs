using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace BatchFlows.Model;

/// <summary>
/// A list whose text is its items, for example in a cell of a CSV file, where an array shows its type. Scripts can
/// index it, which they cannot do with the list type that the compiler creates for collection expressions.
/// </summary>
internal sealed class ShownList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>(items.ToArray())
{
    public override string ToString() => string.Join(", ", this);
}
