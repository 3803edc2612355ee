package weft.core.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weft.wire.json.Checked;

/** Whether a need and an offer fit, and why: by what is to be done, when, where and in which language ({@code spec/find.md}, "Fits"). */
public final class Fitting {
    private Fitting() {}

    /** How well two fit, or the first reason why they don't. Turned round, the same but for the spelling of the words. */
    public static Checked<Fit> of(Findable one, Findable other) {
        Profile mine = Profile.of(one);
        Profile theirs = Profile.of(other);
        if (mine.side + theirs.side != 3) {
            return Checked.bad(FitFault.NOT_NEED_AND_OFFER, "a need and an offer are wanted");
        }
        if (!Common.overlap(mine.from, mine.until, theirs.from, theirs.until)) {
            return Checked.bad(FitFault.OTHER_DAYS, "one ends before the other begins");
        }
        int near = Common.near(mine.latitudeE6, mine.longitudeE6, theirs.latitudeE6, theirs.longitudeE6);
        if (near == Common.TOO_FAR) {
            return Checked.bad(FitFault.TOO_FAR, "more than 25 km apart");
        }
        Common common = new Common();
        common.mine(count(mine));
        theirs.terms.forEach((term, flags) -> common.term(mine.terms.getOrDefault(term, 0), flags));
        if (!common.anything()) {
            return Checked.bad(FitFault.NOTHING_IN_COMMON, "no kind, no means, too few words");
        }
        boolean together = Common.says(mine.from, mine.until) && Common.says(theirs.from, theirs.until);
        return Checked.good(new Fit(common.closeness(together, near), kind(mine, theirs), signs(mine, theirs, Profile.MEANS), words(mine, theirs, other),
                together ? Fit.Time.TOGETHER : Fit.Time.OPEN, Common.called(near), common.samePlace(), signs(mine, theirs, Profile.LANGUAGE)));
    }

    static int count(Profile profile) {
        int spoken = 0;
        for (int flags : profile.terms.values()) {
            spoken += flags == Profile.LANGUAGE ? 1 : 0;
        }
        return spoken;
    }

    private static String kind(Profile mine, Profile theirs) {
        List<String> kinds = signs(mine, theirs, Profile.KIND);
        return kinds.isEmpty() ? "" : kinds.getFirst();
    }

    private static List<String> signs(Profile mine, Profile theirs, int what) {
        List<String> out = new ArrayList<>();
        for (Map.Entry<String, Integer> term : theirs.terms.entrySet()) {
            if (term.getValue() == what && mine.terms.getOrDefault(term.getKey(), 0) == what) {
                out.add(term.getKey().substring(1));
            }
        }
        return out;
    }

    private static List<String> words(Profile mine, Profile theirs, Findable other) {
        Set<String> shared = new HashSet<>();
        theirs.terms.forEach((term, flags) -> {
            int here = mine.terms.getOrDefault(term, 0);
            if ((flags & Profile.SIGN) == 0 && Common.isWord(here) && Common.isWord(flags)) {
                shared.add(term);
            }
        });
        return shared.isEmpty() ? List.of() : Tokens.asWritten(other.title() + " \n " + other.text(), shared);
    }
}
