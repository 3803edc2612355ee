package weft.pages.asset;

/** Style of a driver's sheet, which also goes into files that stand alone. */
final class RoundAssets {
    /** Of a driver's sheet: large type, on paper as on a phone. */
    static final String SHEET = """
            .sheet, .sheet label { font: 1.35rem/1.45 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; }
            .sheet .stops { list-style: none; padding: 0; }
            .sheet .stops li { display: grid; grid-template-columns: auto auto 1fr; gap: .9rem; padding-block: .8rem; border-block-start: 2px solid;
              break-inside: avoid; }
            .sheet .stops .pause { display: block; }
            .sheet .stops p { margin: 0 0 .2rem; }
            .sheet .stops label { font-weight: 700; }
            .sheet input[type=checkbox] { inline-size: 1.8rem; block-size: 1.8rem; margin: .1rem 0 0; }
            .sheet .clock { font-variant-numeric: tabular-nums; font-weight: 700; }
            .sheet .tear { border-block-start: 3px dashed; padding-block-start: 1rem; margin-block-start: 2rem; break-inside: avoid; }
            .sheet .load { list-style: none; padding: 0; }
            .map, .times { inline-size: 100%; block-size: auto; display: block; direction: ltr; }
            .map .way, .times .way { stroke: currentColor; stroke-width: 4; fill: none; stroke-linejoin: round; }
            .map .dot { fill: #fff; stroke: currentColor; stroke-width: 4; }
            .map .depot, .times .depot { fill: #777; }
            .atlas.map { touch-action: auto; }
            .map .under { stroke: var(--halo); stroke-width: 8; fill: none; stroke-linejoin: round; opacity: .8; }
            .map .depot { stroke: #fff; stroke-width: 2; }
            .map text.label { font: 700 15px system-ui, sans-serif; text-anchor: middle; fill: #000; stroke: none; }
            .times text { font: 15px system-ui, sans-serif; fill: currentColor; text-anchor: middle; }
            .times .grid { stroke: #999; } .times .work { fill: currentColor; }
            @media (max-width: 40rem) { .map .pin { transform: scale(1.7); } .times text { font-size: 24px; } }
            """;

    private RoundAssets() {}
}
