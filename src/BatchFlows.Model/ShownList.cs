using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace BatchFlows.Model;

/// <summary>
/// A list that shows what is in it, also in a cell of a CSV file, where an array shows its type. Scripts can take an
/// item by its number, which they cannot of the lists that the compiler makes.
/// </summary>
internal sealed class ShownList<T>(IEnumerable<T> items) : ReadOnlyCollection<T>(items.ToArray())
{
    public override string ToString() => string.Join(", ", this);
}
