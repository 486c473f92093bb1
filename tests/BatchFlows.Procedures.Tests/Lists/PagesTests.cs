using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Lists;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

public class PagesTests
{
    private static PageNumbering FromOne => new() { First = 1 };

    [Fact]
    public Task All_items_come_once_in_order_and_no_page_is_asked_for_behind_an_empty_one() =>
        Gen.Select(Gen.Int[0, 170], Gen.Int[1, Page.LargestSize]).SampleAsync(
        async (count, size) =>
        {
            var list = Enumerable.Range(1, count).ToArray();
            var asked = new List<int>();

            var read = await ReadAllAsync(number => list.Skip((number - 1) * size).Take(size), asked);

            Assert.Equal(list, read);
            Assert.Equal(Enumerable.Range(1, (count + size - 1) / size + 1), asked);
        });

    [Theory]
    [InlineData(20, 20, true)] // a service that gives 20 at once and ignores which page is wanted, or has 20
    [InlineData(1, 20, false)]
    [InlineData(40, 20, false)]
    public async Task A_service_that_gives_its_last_page_again_and_again_ends_the_list(
        int count, int size, bool isIncomplete)
    {
        var list = Enumerable.Range(1, count).ToArray();
        var last = (count - 1) / size;
        var pages = PagesOf(number => list.Skip(Math.Min(number - 1, last) * size).Take(size), []);

        Assert.Equal(list, await ReadAllAsync(pages));
        Assert.Equal(isIncomplete, pages.IsIncomplete);
    }

    [Fact]
    public async Task A_list_of_which_the_service_counts_more_says_that_it_is_incomplete()
    {
        var pages = new Pages<int>(
            (page, _) => Task.FromResult<IReadOnlyList<int>>(page.Number == 1 ? [1, 2] : []), item => item,
            FromOne, () => 0, given => given < 3);

        Assert.Equal([1, 2], await ReadAllAsync(pages));
        Assert.True(pages.IsIncomplete);
    }

    [Fact]
    public async Task A_service_that_refuses_page_0_is_not_asked_for_it_again()
    {
        var asked = new List<int>();
        var numbering = new PageNumbering();
        foreach (var _ in Enumerable.Range(1, 2))
            await ReadAllAsync(new Pages<int>(Ask, item => item, numbering, () => 0));

        Assert.Equal([1, 2, 0, 1, 2], asked);

        Task<IReadOnlyList<int>> Ask(Page page, CancellationToken cancellationToken)
        {
            asked.Add(page.Number);
            return page.Number == 0
                ? throw new FlowServiceException(FailureKind.RequestInvalid, "No.") { Code = 62102 }
                : Task.FromResult<IReadOnlyList<int>>(page.Number == 1 ? [1] : []);
        }
    }

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
            : number == 2 ? [Page.LargestSize, Page.LargestSize + 1]
            : [], []);

        Assert.Equal(Enumerable.Range(1, Page.LargestSize + 1), read);
    }

    [Fact]
    public Task Whoever_removes_the_items_as_they_come_gets_all_of_them() =>
        Gen.Select(Gen.Int[0, 170], Gen.Int[1, Page.LargestSize], Gen.Int[1, 5]).SampleAsync(
        async (count, size, step) =>
        {
            var list = Enumerable.Range(1, count).ToList();
            var changes = 0L;
            var pages = PagesOf(number => list.Skip((number - 1) * size).Take(size), [], () => changes);
            var read = new List<int>();

            while (await pages.NextAsync() is { } page)
            {
                read.AddRange(page);
                foreach (var item in page.Where(item => item % step == 0)) changes += list.Remove(item) ? 2 : 0;
            }

            Assert.Equal(Enumerable.Range(1, count), read.Order());
        });

    [Fact]
    public async Task What_still_moves_while_the_rest_is_read_is_read_once_more()
    {
        var list = Enumerable.Range(1, 90).ToList();
        var (changes, underWay) = (0L, 5);
        var pages = PagesOf(Ask, [], () => changes);
        await pages.NextAsync();
        changes++;

        var read = await ReadAllAsync(pages);

        Assert.Equal(Enumerable.Range(21, 70), read.Order());

        IEnumerable<int> Ask(int number)
        {
            var page = list.Skip((number - 1) * 20).Take(20).ToArray();
            // Changes that began before end between the pages that follow.
            if (changes > 0 && underWay-- > 0)
            {
                list.RemoveAt(0);
                changes++;
            }

            return page;
        }
    }

    [Fact]
    public async Task A_list_that_grows_with_every_item_ends()
    {
        var list = Enumerable.Range(1, 50).ToList();
        var changes = 0L;
        var pages = PagesOf(number => list.Skip((number - 1) * 20).Take(20), [], () => changes);
        var read = 0;

        while (await pages.NextAsync() is { } page)
        {
            read += page.Count;
            foreach (var _ in page) list.Add(list.Count + 1);
            changes++;
        }

        Assert.Equal(70, read);
    }

    [Fact]
    public async Task Items_without_a_key_are_all_different() =>
        Assert.Equal(3, (await ReadAllAsync(_ => [0, 0, 0], [])).Count);

    private static Pages<int> PagesOf(
        Func<int, IEnumerable<int>> list, List<int> asked, Func<long>? changes = null) => new(
        (page, _) =>
        {
            asked.Add(page.Number);
            return Task.FromResult<IReadOnlyList<int>>(list(page.Number).ToArray());
        },
        item => item == 0 ? null : item,
        FromOne,
        changes ?? (() => 0));

    private static Task<List<int>> ReadAllAsync(Func<int, IEnumerable<int>> list, List<int> asked) =>
        ReadAllAsync(PagesOf(list, asked));

    private static async Task<List<int>> ReadAllAsync(Pages<int> pages)
    {
        var read = new List<int>();
        while (await pages.NextAsync() is { } page) read.AddRange(page);
        return read;
    }
}
