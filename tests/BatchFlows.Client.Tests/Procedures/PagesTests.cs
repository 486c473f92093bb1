using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;

namespace BatchFlows.Client.Tests;

public class PagesTests
{
    [Fact]
    public Task All_items_come_once_in_order_and_no_page_is_asked_for_behind_a_short_one() => Gen.Int[0, 170].SampleAsync(
        async count =>
        {
            var list = Enumerable.Range(1, count).ToArray();
            var asked = new List<int>();

            var read = await ReadAllAsync(number => list.Skip((number - 1) * Page.LargestSize).Take(Page.LargestSize), asked);

            Assert.Equal(list, read);
            Assert.Equal(Enumerable.Range(1, count / Page.LargestSize + 1), asked);
        });

    [Fact]
    public async Task A_service_that_ignores_the_page_number_is_asked_twice()
    {
        var asked = new List<int>();

        Assert.Equal(Enumerable.Range(1, Page.LargestSize), await ReadAllAsync(_ => Enumerable.Range(1, Page.LargestSize), asked));
        Assert.Equal([1, 2], asked);
    }

    [Fact]
    public async Task What_moves_to_the_next_page_meanwhile_comes_once()
    {
        // An item is put before the first after the first page was read, so the last of that page comes again.
        var read = await ReadAllAsync(number => number == 1 ? Enumerable.Range(1, Page.LargestSize) : [Page.LargestSize, Page.LargestSize + 1], []);

        Assert.Equal(Enumerable.Range(1, Page.LargestSize + 1), read);
    }

    [Fact]
    public async Task Items_without_a_key_are_all_different() =>
        Assert.Equal(3, (await ReadAllAsync(_ => [0, 0, 0], [])).Count);

    private static async Task<List<int>> ReadAllAsync(Func<int, IEnumerable<int>> list, List<int> asked)
    {
        var pages = new Pages<int>(
            (number, _) =>
            {
                asked.Add(number);
                return Task.FromResult<IReadOnlyList<int>>(list(number).ToArray());
            },
            item => item == 0 ? null : item);
        var read = new List<int>();
        while (await pages.NextAsync() is { } page) read.AddRange(page);
        return read;
    }
}
