using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Completion.Words;

/// <summary>
/// Chooses offers by a word: first those that begin with it, then those that contain it. Case does not matter.
/// </summary>
internal static class Matches
{
    public static IEnumerable<Offer> Of(IEnumerable<Offer> offers, string word) => offers
        .Select(offer => (Offer: offer, Rank: RankOf(offer, word)))
        .Where(match => match.Rank < int.MaxValue)
        .OrderBy(match => match.Rank) // stable: what ranks alike stays in the order of its source
        .Select(match => match.Offer);

    private static int RankOf(Offer offer, string word) =>
        offer.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0
        : Contains(offer.Text, word) || Contains(offer.Shown, word) ? 1
        : int.MaxValue;

    private static bool Contains(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.OrdinalIgnoreCase) >= 0;
}
