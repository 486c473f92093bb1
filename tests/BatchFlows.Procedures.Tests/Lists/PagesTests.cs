using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Lists;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

public class PagesTests
{
    [Fact]
    public Task All_items_come_once_in_order_and_no_page_is_asked_for_behind_a_short_one() =>
        Gen.Int[0, 170].SampleAsync(
        async count =>
        {
            var list = Enumerable.Range(1, count).ToArray();
            var asked = new List<int>();

            var read = await ReadAllAsync(
                number => list.Skip((number - 1) * Page.LargestSize).Take(Page.LargestSize), asked);

            Assert.Equal(list, read);
            Assert.Equal(Enumerable.Range(1, count / Page.LargestSize + 1), asked);
        });

    [Fact]
    public async Task A_service_that_ignores_the_page_number_is_asked_twice_and_its_list_may_be_incomplete()
    {
        var asked = new List<int>();
        var pages = PagesOf(_ => Enumerable.Range(1, Page.LargestSize), asked);

        Assert.Equal(Enumerable.Range(1, Page.LargestSize), await ReadAllAsync(pages));
        Assert.Equal([1, 2], asked);
        Assert.True(pages.IsIncomplete);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Page.LargestSize)]
    [InlineData(Page.LargestSize + 1)]
    public async Task A_list_that_ends_with_a_short_or_empty_page_is_whole(int count)
    {
        var pages = PagesOf(
            number => Enumerable.Range(1, count).Skip((number - 1) * Page.LargestSize).Take(Page.LargestSize), []);

        await ReadAllAsync(pages);

        Assert.False(pages.IsIncomplete);
    }

    [Fact]
    public async Task What_moves_to_the_next_page_meanwhile_comes_once()
    {
        // An item is put before the first after the first page was read, so the last of that page comes again.
        var read = await ReadAllAsync(number => number == 1
            ? Enumerable.Range(1, Page.LargestSize)
            : [Page.LargestSize, Page.LargestSize + 1], []);

        Assert.Equal(Enumerable.Range(1, Page.LargestSize + 1), read);
    }

    [Fact]
    public async Task Items_without_a_key_are_all_different() =>
        Assert.Equal(3, (await ReadAllAsync(_ => [0, 0, 0], [])).Count);

    private static Pages<int> PagesOf(Func<int, IEnumerable<int>> list, List<int> asked) => new(
        (number, _) =>
        {
            asked.Add(number);
            return Task.FromResult<IReadOnlyList<int>>(list(number).ToArray());
        },
        item => item == 0 ? null : item);

    private static Task<List<int>> ReadAllAsync(Func<int, IEnumerable<int>> list, List<int> asked) =>
        ReadAllAsync(PagesOf(list, asked));

    private static async Task<List<int>> ReadAllAsync(Pages<int> pages)
    {
        var read = new List<int>();
        while (await pages.NextAsync() is { } page) read.AddRange(page);
        return read;
    }
}
