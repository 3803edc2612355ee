package weft.core.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import weft.core.entry.Point;
import weft.core.entry.Side;

/** Draws texts of a small world, so that much is found and much fits. */
final class Draws {
    private static final String[] WORDS = {"bread", "Brote", "soup", "lift", "vélo", "bike", "chairs", "chaises", "chair", "Straße", "strasse", "طعام",
        "الطعام", "面包", "面粉", "パン", "ラーメン", "the", "van", "fridge", "تصليح", "ремонт", "Ремонт", "kitchen", "kitten", "kit", "market", "Märkte", "ขนม"};
    private static final String[] KINDS = {"", "food", "nourriture", "comida", "a lift", "trajet", "repairs", "ourword"};
    private static final String[] PLACES = {"", "Mill Lane", "Rue du Four", "Mill Square", "السوق"};
    private static final String[] LANGUAGES = {"en", "fr", "ar", "zh-Hant"};

    private final SplittableRandom random;

    Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String words(int most) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(most + 1); i >= 0; i--) {
            out.append(WORDS[random.nextInt(WORDS.length)]).append(i > 0 ? " " : "");
        }
        return out.toString();
    }

    Optional<Point> point() {
        int how = random.nextInt(10);
        double north = (random.nextDouble() - 0.5) * 0.8;
        double east = (random.nextDouble() - 0.5) * 1.2;
        if (how < 2) {
            return Optional.empty();
        }
        // Mostly one town; sometimes across the line where the day changes, or at a pole.
        return Optional.of(how < 8 ? Point.blurred(48.8 + north, 2.3 + east) : how == 8 ? Point.blurred(-17 + north, east < 0 ? 180 + east : -180 + east)
                : Point.blurred(89.7 + north / 4, random.nextDouble() * 360 - 180));
    }

    private Optional<Long> time(int chance) {
        return random.nextInt(chance) > 0 ? Optional.empty() : Optional.of(1_800_000_000L + random.nextInt(100) * 3600L);
    }

    Findable findable() {
        List<String> languages = new ArrayList<>();
        for (String language : LANGUAGES) {
            if (random.nextInt(4) == 0) {
                languages.add(language);
            }
        }
        Optional<Long> from = time(2);
        Optional<Long> until = time(2);
        boolean turned = from.isPresent() && until.isPresent() && from.get() > until.get();
        Optional<Side> side = random.nextInt(12) == 0 ? Optional.empty() : Optional.of(random.nextBoolean() ? Side.NEED : Side.OFFER);
        return new Findable(side, words(3), random.nextBoolean() ? "" : words(6), KINDS[random.nextInt(KINDS.length)], PLACES[random.nextInt(PLACES.length)],
                point(), turned ? until : from, turned ? from : until, languages);
    }

    Search search(int circles) {
        String words = random.nextInt(8) == 0 ? "" : words(random.nextInt(3));
        boolean typing = random.nextBoolean();
        if (typing && !words.isEmpty()) {
            words = words.substring(0, 1 + random.nextInt(words.length()));
        }
        Optional<Search.Around> around = random.nextBoolean() ? Optional.empty()
                : point().map(centre -> new Search.Around(centre, random.nextInt(5) == 0 ? 1_500_000 : 500 + random.nextInt(40_000)));
        return new Search(words, typing, random.nextInt(3) > 0 ? Optional.empty() : Optional.of(Side.NEED),
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(random.nextInt(circles)), time(3), time(3), around);
    }
}
