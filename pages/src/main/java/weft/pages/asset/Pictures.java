package weft.pages.asset;

/** The icon and what a home screen needs to know. */
final class Pictures {
    /** Three threads over and under three others. */
    private static final String THREADS = """
            <g fill="none" stroke-width="44" stroke-linecap="round"><path stroke="#f4efe4" d="M150 120v272M256 120v272M362 120v272"/>\
            <path stroke="#e0a458" d="M120 160h36m108 0h128M120 256h90m96 0h86M120 352h36m108 0h128"/></g>""";

    static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="104" fill="#1f4d47"/>%s</svg>
            """.replace("%s", THREADS);

    static final String MASKABLE = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#1f4d47"/>\
            <g transform="translate(77 77) scale(.7)">%s</g></svg>
            """.replace("%s", THREADS);

    static final String MANIFEST = """
            {"name":"Weft","short_name":"Weft","id":"/","start_url":"/","scope":"/","display":"standalone",
            "background_color":"#faf8f3","theme_color":"#1f4d47","icons":[
            {"src":"/assets/icon-192.png","sizes":"192x192","type":"image/png","purpose":"any"},
            {"src":"/assets/icon-512.png","sizes":"512x512","type":"image/png","purpose":"any"},
            {"src":"/assets/icon-maskable-512.png","sizes":"512x512","type":"image/png","purpose":"maskable"},
            {"src":"/assets/icon.svg","sizes":"any","type":"image/svg+xml","purpose":"any"},
            {"src":"/assets/icon-maskable.svg","sizes":"any","type":"image/svg+xml","purpose":"maskable"}]}
            """;

    private Pictures() {}
}
