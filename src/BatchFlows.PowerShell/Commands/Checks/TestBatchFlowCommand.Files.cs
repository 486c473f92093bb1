using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Rules;
using BatchFlows.Client;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <content>The files that it checks.</content>
public sealed partial class TestBatchFlowCommand
{
    private void Check(string file)
    {
        var item = ItemOf(file);
        if (Online) Work.Add(item, (client, stop) => ReadAsync(client, stop), WriteRead);
        else Work.Add(item, Task.Run(() => ReadAsync(client: null, PipelineThread.Stopping)), WriteRead);

        // A file that cannot be read is an error here, and stands in the report of the CI system as well.
        async Task<(CheckResult Result, FileNotReadException? Failure)> ReadAsync(
            FlowClient? client, CancellationToken stop)
        {
            try
            {
                var flow = FlowFile.Read(file, stop);
                return (client is null
                    ? _checker.Check(flow, file)
                    : await CheckAsync(client, flow, file, stop).ConfigureAwait(false), null);
            }
            catch (FileNotReadException e)
            {
                return (new CheckResult(System.IO.Path.GetFileName(file), file, [], e.Message), e);
            }
        }

        void WriteRead((CheckResult Result, FileNotReadException? Failure) read)
        {
            Write(read.Result);
            if (read.Failure is not null) WriteFailure(item, read.Failure);
        }
    }
}
