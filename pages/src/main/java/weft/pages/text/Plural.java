package weft.pages.text;

/** Which form of a word goes with a whole number: the cardinal rules of CLDR 48 for the languages there are. */
enum Plural {
    /** English, German and most of their neighbours. */
    ONE_OTHER {
        @Override
        String form(long n) {
            return n == 1 ? "one" : "other";
        }
    },
    /** French: nothing and one alike; round millions apart. */
    FRENCH {
        @Override
        String form(long n) {
            return n == 0 || n == 1 ? "one" : n % 1_000_000 == 0 ? "many" : "other";
        }
    },
    /** Spanish: round millions apart. */
    SPANISH {
        @Override
        String form(long n) {
            return n == 1 ? "one" : n != 0 && n % 1_000_000 == 0 ? "many" : "other";
        }
    },
    /** Arabic: six forms. */
    ARABIC {
        @Override
        String form(long n) {
            long hundred = n % 100;
            if (n <= 2) {
                return n == 0 ? "zero" : n == 1 ? "one" : "two";
            }
            return hundred >= 3 && hundred <= 10 ? "few" : hundred >= 11 ? "many" : "other";
        }
    };

    /** The name of the form for a number that is not negative. */
    abstract String form(long n);
}
