using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Pipeline;

/// <summary>A command that calls the service through a connection, for many items at once.</summary>
public abstract partial class ServiceCommand : AsyncCommand
{
    private const int DefaultLimit = 8;

    private bool _isConnectionFixed;
    private FlowClient? _default;

    /// <summary>Connection to use, or its name. Default: the connection made last.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ConnectionTransformation]
    public ConnectionReference? Connection { get; set => field = value is { Name: "" } ? null : value; }

    /// <summary>
    /// Maximum number of concurrent calls. Default: 8 for commands that read, 1 for commands that change something, so
    /// changes are made one by one.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int ThrottleLimit { get => field > 0 ? field : MakesChanges ? 1 : DefaultLimit; set; }

    internal WorkQueue Work => field ??= new WorkQueue(
        PipelineThread, ItemLimit, WriteFailure, MakesChanges ? WarnAtEnd : null);

    /// <summary>Maximum number of items that are worked on at once.</summary>
    private protected virtual int ItemLimit => ThrottleLimit;

    /// <summary>All calls of the command take one, those of waits, lists and searches as well.</summary>
    private protected override SemaphoreSlim? Places => field ??= new SemaphoreSlim(
        MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)) ? ThrottleLimit : DefaultLimit);

    /// <summary>True for a command that changes something on the service.</summary>
    private protected virtual bool MakesChanges => false;

    internal Confirmation Confirmation => field ??= new Confirmation(this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        PipelineThread.Idle = ShowLife;
        // What a later command does with a result may take long, and is no wait for the service.
        if (MyInvocation.PipelinePosition < MyInvocation.PipelineLength) PipelineThread.Resuming = Sign.Complete;
        _isConnectionFixed = Connection is not null;
        // A variable that was never set must not lead a change to another service.
        if (MakesChanges && !_isConnectionFixed && MyInvocation.BoundParameters.ContainsKey(nameof(Connection)))
            Refuse("-Connection is empty. Specify a connection or its name, or leave out -Connection for the default.");
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isInputComplete = true;
        Work.WriteAll();
        Sign.Complete();
    }

    /// <summary>The user's input, with the connection that is bound at the moment.</summary>
    /// <param name="name">What to call it in a warning; the target itself when null.</param>
    /// <param name="connection">Another connection; null for the one that is bound.</param>
    internal Item ItemOf(object? target, string? name = null, ConnectionReference? connection = null)
    {
        _items++;
        var hasOwnConnection = Connection is not null && !_isConnectionFixed;
        try
        {
            var client = connection is null ? Client() : ClientFor(Session.Current.Find(connection));
            return new Item(target, client, hasOwnConnection) { Name = name ?? $"{target}" };
        }
        catch (FlowException e)
        {
            return new Item(target, client: null, hasOwnConnection) { Failure = e };
        }
    }

    /// <summary>
    /// Starts a call for what the user passed as soon as the limit allows, and writes its result in turn.
    /// </summary>
    /// <param name="target">What the user passed, for an error record.</param>
    /// <param name="call">The call, on any thread.</param>
    /// <param name="write">Writes the result, on the pipeline thread.</param>
    internal void Enqueue<T>(object? target, Func<FlowClient, CancellationToken, Task<T>> call, Action<T> write) =>
        Work.Add(ItemOf(target), call, write);

    /// <summary>
    /// Refuses an object from the pipeline that names nothing, when the command without a name would list all:
    /// otherwise the object's connection alone would run it.
    /// </summary>
    /// <returns>True when there is one, and it was refused.</returns>
    private protected bool RefuseInput()
    {
        if (MyInvocation.ExpectingInput) WriteError(ErrorRecords.InputNotBound());
        return MyInvocation.ExpectingInput;
    }

    /// <summary>
    /// Reads the result of a change. The change is made, so a failure to read the result is only a warning.
    /// </summary>
    /// <param name="done">What was done.</param>
    /// <param name="read">Reads it.</param>
    internal async Task<T?> ReadAfterAsync<T>(string done, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (FlowServiceException e)
        {
            PostWarning($"{done}, and could not be read after that. {e.Message}");
            return null;
        }
    }

    /// <summary>Writes a warning as soon as the pipeline thread can. Any thread may call this.</summary>
    internal void PostWarning(string text) => PipelineThread.Post(() => WriteWarning(text));

    private FlowClient Client()
    {
        if (Connection is not null) return ClientFor(Session.Current.Find(Connection));
        return _default is { Connection.IsClosed: false }
            ? _default
            : _default = ClientFor(Session.Current.Find(reference: null));
    }
}
