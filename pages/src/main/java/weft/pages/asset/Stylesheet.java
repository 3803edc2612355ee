package weft.pages.asset;

/** The one style sheet: few colours, system fonts, logical sides so that it reads from the right as from the left, light, dark and on paper. */
final class Stylesheet {
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --paper: #faf8f3; --card: #fffefb; --ink: #23201b; --soft: #5b564c; --line: #d9d2c3; --edge: #857d6d;
              --accent: #1f4d47; --on-accent: #ffffff; --wash: #e8efe9; --aside: #f6ead2; --fault: #98201a; --fault-wash: #fbeae6;
              --gap: 1rem;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #161918; --card: #1e2321; --ink: #ece8df; --soft: #b7b2a6; --line: #39403d; --edge: #818b85;
                --accent: #9bd3c4; --on-accent: #10211d; --wash: #23302c; --aside: #35301f; --fault: #ffb4a6; --fault-wash: #3b2320;
              }
            }
            * { box-sizing: border-box; }
            html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", sans-serif; overflow-wrap: anywhere;
              -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block: 4rem; }
            html[lang=ar] { line-height: 1.7; }
            body { margin: 0; background: var(--paper); color: var(--ink); min-block-size: 100vh; display: flex; flex-direction: column; }
            main { flex: 1 0 auto; inline-size: 100%; max-inline-size: 48rem; margin-inline: auto; padding: 1.25rem 1rem 3rem; }
            main:focus, .faults:focus { outline: none; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; text-wrap: balance; }
            h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 0 .4rem; }
            p, ul, ol, dl { margin: 0 0 .9rem; }
            a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
            a:hover { text-decoration-thickness: 2px; }
            :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
            .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }
            .skip { position: absolute; inset-block-start: -10rem; inset-inline-start: .5rem; background: var(--card); color: var(--ink);
              padding: .8rem 1rem; z-index: 2; }
            .skip:focus { inset-block-start: .5rem; }
            .lead { font-size: 1.1rem; }
            .hint, .meta, .empty, .reach, footer, .fact { color: var(--soft); }
            .hint, .meta, .reach, footer { font-size: .94rem; }
            .words { white-space: pre-wrap; max-inline-size: 65ch; overflow: clip; }
            .quoted { border-inline-start: 4px solid var(--line); padding-inline-start: .8rem; font-weight: 600; overflow: clip; }
            .name { font-weight: 600; }
            :is(h1, h2, h3, p)[dir=auto] { text-align: -webkit-match-parent; text-align: match-parent; }
            .photos { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); margin-block: 1rem; }
            .shrunk { display: flex; flex-wrap: wrap; gap: .6rem; margin-block: .6rem; }
            .shrunk canvas { max-inline-size: 10rem; max-block-size: 10rem; border-radius: .4rem; }
            .photos figure { margin: 0; }
            .photos img { inline-size: 100%; block-size: auto; border-radius: .4rem; display: block; }

            .top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; padding: .35rem 1rem; border-block-end: 1px solid var(--line);
              background: var(--card); }
            .brand { font-weight: 700; font-size: 1.15rem; color: var(--accent); text-decoration: none; padding-block: .55rem; }
            .top nav { display: flex; flex-wrap: wrap; gap: 0 1rem; min-inline-size: 0; }
            .top nav a { padding-block: .6rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-inline-size: 14rem;
              color: var(--ink); }
            .top nav a.fresh { font-weight: 700; }
            .top nav a.fresh::before { content: "\\25CF"; display: inline-block; color: var(--accent); margin-inline-end: .35em; font-size: .8em; }
            .came { list-style: none; padding: 0; } .news { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; }
            .news button.link { color: var(--accent); padding-block: .4rem; min-block-size: 0; font-weight: 600; text-align: start; }
            .news a { padding-block: .4rem; }
            footer { padding: 1rem; border-block-start: 1px solid var(--line); }
            footer > * { max-inline-size: 46rem; margin: 0 auto .3rem; }
            .languages { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
            .languages a, button.link { color: inherit; padding: .55rem 0; font-weight: 400; background: none; border: 0; text-decoration: underline;
              text-underline-offset: .2em; }
            .languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }

            .actions { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-block: 1rem; }
            .quiet { gap: .2rem 1.2rem; margin-block-start: 1.5rem; }
            .quiet a { padding-block: .6rem; }
            .do .quiet { margin-block: 0; }
            .field > button { margin-block-start: .5rem; }
            button, .button { font: inherit; font-weight: 600; display: inline-block; min-block-size: 2.75rem; padding: .55rem 1.1rem; border-radius: .5rem;
              border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer;
              text-align: center; }
            ul.files { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem; }
            button.plain, .button.plain { background: transparent; color: var(--accent); }
            button:hover, .button:hover { text-decoration: underline; text-underline-offset: .2em; }
            [hidden] { display: none !important; }

            .field { margin: 0 0 1.15rem; border: 0; padding: 0; min-inline-size: 0; }
            label, legend { font-weight: 600; padding: 0; }
            .field > label, legend { display: block; margin-block-end: .2rem; }
            .field > .hint { margin-block-end: .3rem; }
            input:not([type=radio], [type=checkbox]), textarea, select { font: inherit; color: inherit; background: var(--card); inline-size: 100%;
              min-block-size: 2.75rem; padding: .5rem .65rem; border: 1px solid var(--edge); border-radius: .4rem; }
            textarea { resize: vertical; display: block; }
            input[type=date], input[type=time] { max-inline-size: 14rem; }
            input[type=number] { max-inline-size: 7rem; }
            .bad input, .bad textarea { border: 2px solid var(--fault); }
            .fault { color: var(--fault); font-weight: 600; margin: 0 0 .3rem; }
            .fault::before { content: "! "; }
            .faults { border: 2px solid var(--fault); background: var(--fault-wash); border-radius: .5rem; padding: .9rem 1rem .2rem; margin-block-end: 1.25rem; }
            .faults a { color: var(--fault); }
            .pair { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: end; }
            .choices { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; }
            .choice { display: inline-flex; align-items: center; min-block-size: 2.75rem; gap: .5rem; }
            .choice label { font-weight: 400; padding-block: .5rem; }
            .choice input { inline-size: 1.3rem; block-size: 1.3rem; margin: 0; flex: none; accent-color: var(--accent); }
            summary { cursor: pointer; padding-block: .6rem; color: var(--accent); }
            details { margin-block-end: .8rem; }

            .title { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
            .reach::before { content: "\\25CF"; margin-inline-end: .4em; font-size: .8em; }
            .reach.alone::before { content: "\\25CB"; }
            .reach.catching-up::before { content: "\\25D0"; }
            .filter { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: end; margin-block: 1rem 1.25rem; padding-block: .9rem;
              border-block: 1px solid var(--line); }
            .box { display: flex; gap: .6rem; margin-block: 1rem; }
            .box input { flex: 1 1 auto; min-inline-size: 0; }
            .box button { flex: none; }
            .asked { flex: 1 1 9rem; min-inline-size: 0; }
            .asked label { display: block; font-size: .94rem; }

            .threads, .circles, .relays, .said, .check { list-style: none; padding: 0; }
            .card, .circles li, .way { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem;
              margin-block-end: .7rem; overflow: clip; }
            .card h2, .card p { margin-block-end: .25rem; }
            .card h2 a, .circles a { display: inline-block; padding-block: .3rem; }
            .card.done, .card.no-longer, .card.fading { background: transparent; border-style: dashed; }
            .state { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: center; font-size: .94rem; }
            .side { border: 2px solid var(--accent); border-radius: .3rem; padding-inline: .5rem; font-weight: 600; color: var(--accent); }
            .side.offer { background: var(--accent); color: var(--on-accent); border-radius: 1rem; }
            .stage { display: inline-flex; align-items: center; gap: .4rem; font-weight: 600; }
            .stage svg { fill: currentColor; flex: none; }
            .meta > span { display: inline-block; max-width: 100%; margin-inline-end: .45rem; }
            .meta > :not(:last-child)::after { content: "\\00B7"; margin-inline-start: .45rem; }
            .own { font-weight: 600; font-size: .94rem; }
            .turn { display: flex; justify-content: space-between; align-items: center; gap: 1rem; }
            .turn a { padding: .6rem 0; }
            .ways { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
            .way h2 a { display: block; padding-block: .4rem; }

            .facts { display: grid; gap: .6rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); margin-block: 1.2rem; }
            .facts dt { color: var(--soft); font-size: .94rem; }
            .facts dd { margin: 0; font-weight: 500; }
            section { margin-block-end: 1.6rem; }
            section:empty { display: none; }
            .said li { border-block-start: 1px solid var(--line); padding-block: .8rem .2rem; }
            .said .words { font-size: 1.05rem; }
            .withdrawn .words { text-decoration: line-through; color: var(--soft); }
            .status { font-weight: 600; }
            .aside, .notice { background: var(--aside); border-radius: .6rem; padding: 1rem 1rem .3rem; }
            .aside .hint, .notice .hint { color: var(--ink); }
            .aside .said li:first-child { border-block-start: 0; padding-block-start: 0; }
            #aside.aside:has(+ #say-aside form) { border-end-start-radius: 0; border-end-end-radius: 0; margin-block-end: 0; }
            #aside + #say-aside.aside { border-start-start-radius: 0; border-start-end-radius: 0; padding-block-start: 0; }
            p.notice { padding-block-end: 1rem; }
            .do { border-block-start: 1px solid var(--line); padding-block-start: 1rem; }

            .qr { display: block; inline-size: 100%; max-inline-size: 20rem; margin-block: 1rem; border-radius: .4rem; fill: #000; shape-rendering: crispEdges; }
            .qr .paper { fill: #fff; }
            .check { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .6rem; counter-reset: w; }
            .check li { background: var(--card); border: 2px solid var(--accent); border-radius: .5rem; padding: .7rem; text-align: center; font-size: 1.25rem;
              font-weight: 600; }
            .compare { background: var(--wash); border-radius: .6rem; padding: 1rem 1rem .3rem; margin-block-end: 1.2rem; }
            .relays li { padding-block: .5rem; border-block-start: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .2rem 1rem;
              justify-content: space-between; }

            .looking { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; justify-content: space-between; align-items: center; margin-block: .5rem 1rem; }
            .ways-of-looking, .looking .turn { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
            .ways-of-looking a { padding-block: .6rem; }
            [aria-current=page], [aria-current=date] { font-weight: 700; text-decoration: none; }
            .month { inline-size: 100%; border-collapse: collapse; table-layout: fixed; background: var(--card); }
            .month th { font-size: .85rem; font-weight: 600; padding: .3rem .2rem; text-align: start; overflow-wrap: normal; overflow: hidden; text-overflow: ellipsis; }
            .month td { border: 1px solid var(--line); vertical-align: top; padding: .15rem .3rem .3rem; block-size: 5.2rem; font-size: .88rem; }
            .month .outside { background: var(--paper); } .month .outside .date { color: var(--soft); }
            .month .today { outline: 2px solid var(--accent); outline-offset: -2px; }
            .month .date { display: inline-block; min-inline-size: 1.8rem; min-block-size: 1.8rem; padding-block: .15rem; color: var(--ink); }
            .long-date { display: none; }
            .month ul, .days ul, .parts, .dates { list-style: none; padding: 0; margin: 0; }
            .occurrence { padding-block: .2rem; line-height: 1.3; }
            .occurrence .time { color: var(--soft); }
            .occurrence.mine { border-inline-start: 4px solid var(--accent); padding-inline-start: .4rem; }
            .days .occurrence { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .8rem; margin-block-end: .5rem; }
            .days .occurrence.mine { border-inline-start: 5px solid var(--accent); }
            .days .occurrence a { padding-block: .3rem; font-weight: 600; }
            .lonely { color: var(--fault); font-weight: 600; }
            .part .lonely { color: var(--ink); }
            .part h3 { font-size: 1.05rem; margin: 0 0 .2rem; }
            .part .actions { margin-block: .5rem 0; }
            .part.mine { border-inline-start: 5px solid var(--accent); }
            .cannot .name { text-decoration: line-through; font-weight: 400; }
            .dates { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; }
            .dates a { display: inline-block; padding-block: .5rem; }
            .sign-up { display: none; }
            .blank-form { border: 1px solid var(--edge); padding: .8rem 1rem; background: var(--card); }
            .blank { border-block-end: 1px solid var(--ink); padding-block-end: 1.5rem; margin-block-end: .5rem; font-size: .9rem; }
            .blank.tall { padding-block-end: 5rem; }
            .boxes { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; }
            .boxes .box::before { content: ""; display: inline-block; inline-size: 1em; block-size: 1em; border: 1.5px solid var(--ink); margin-inline-end: .5em; vertical-align: -.1em; }
            @media (max-width: 44rem) {
              .month, .month tbody, .month tr { display: block; }
              .month thead, .month td.none { display: none; }
              .month td { display: block; block-size: auto; border-inline: 0; padding: .5rem .2rem; font-size: 1rem; }
              .month .date { display: none; }
              .long-date { display: block; font-weight: 600; }
            }
            .facts > div { min-inline-size: 0; }
            .practice { overflow-wrap: anywhere; overflow: clip; }
            .practice :is(h1, h2, h3, h4) { margin-block: 1.4em .5em; }
            .practice h1 { font-size: 1.4rem; }
            .practice h3, .practice h4 { font-size: 1.05rem; }
            .practice img { max-inline-size: 100%; block-size: auto; border-radius: .4rem; }
            .practice pre { overflow-x: auto; background: var(--wash); padding: .8rem; border-radius: .4rem; }
            .practice blockquote { border-inline-start: 4px solid var(--line); margin-inline: 0; padding-inline-start: .9rem; }
            .practice table { display: block; overflow-x: auto; border-collapse: collapse; margin-block-end: .9rem; }
            .practice :is(th, td) { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; }
            .practice [align=right] { text-align: end; }
            .practice li { margin-block-end: .25rem; }
            .practice li.task { list-style: none; }
            .tick { display: inline-block; inline-size: 1.2em; block-size: 1.2em; border: 2px solid var(--edge); border-radius: .2em; vertical-align: -.2em;
              margin-inline-start: -1.6em; margin-inline-end: .15em; }
            .tick[role=checkbox] { cursor: pointer; }
            .tick.done { background: var(--accent); border-color: var(--accent); }
            .practice > p:has(> .tick) { padding-inline-start: 1.6em; }
            .do form, .card form { margin: 0; }
            .notice + form { margin-block-start: 1.2rem; }
            .preview { border-block-start: 3px double var(--line); padding-block-start: 1rem; }
            #f-text { font-family: ui-monospace, monospace; font-size: .95rem; }
            .drawing { overflow-x: auto; padding-block: .5rem; margin-block-end: 1.2rem; }
            .drawing svg { max-inline-size: none; }
            .wide { overflow-x: auto; }
            .beside { inline-size: 100%; border-collapse: collapse; }
            .beside :is(th, td) { border-block-end: 1px solid var(--line); padding: .5rem; text-align: start; vertical-align: top; }
            .beside td.words { inline-size: 46%; }
            .beside input { inline-size: 1.5rem; block-size: 1.5rem; }
            .same td { color: var(--soft); }
            del { background: var(--fault-wash); color: var(--fault); }
            ins { background: var(--wash); color: var(--accent); font-weight: 600; text-decoration: underline; }
            .pair.side-by-side { align-items: start; border-block-start: 1px solid var(--line); padding-block: .7rem; }
            .side-by-side .practice :is(h1, h2, h3) { margin-block-start: 0; }
            .side-by-side.stale { background: var(--aside); padding-inline: .6rem; border-radius: .4rem; }
            div.offer { border-inline-start: 3px solid var(--accent); padding-inline-start: .7rem; margin-block-start: .6rem; }
            article.said { border-block-start: 1px solid var(--line); padding-block: .7rem .2rem; }
            .who { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; margin-block-end: .2rem; }
            @media (max-width: 30rem) {
              .beside, .beside :is(tbody, tr, td) { display: block; inline-size: auto; }
              .beside thead th { display: block; border: 0; padding-block: .1rem; }
              .beside td.words { inline-size: auto; }
            }

            @media (prefers-reduced-motion: no-preference) { a, button { transition: text-decoration-thickness .1s; } }
            @media (forced-colors: active) { .side.offer, button, .button { border: 2px solid; } }
            .part h3, .parts .card h3 { margin: 0 0 .25rem; } .parts .card .aside { margin-block-end: .6rem; } .thing-days { min-inline-size: 0; }
            .hours th { text-align: start; font-weight: 500; padding: .3rem 1.2rem .3rem 0; } .hours .today { font-weight: 700; }
            .labels { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: .7rem; }
            .label { display: flex; gap: .8rem; align-items: center; border: 1px dashed var(--line); padding: .6rem; break-inside: avoid; overflow-wrap: anywhere; }
            .label .qr { inline-size: 7rem; flex: none; margin: 0; } .label p { margin: 0 0 .3rem; }
            .label-title { font-weight: 650; font-size: 1.1rem; } .label-code { font-family: ui-monospace, monospace; }
            @page { margin: 14mm 12mm; }
            @media print {
              .labels { grid-template-columns: 1fr 1fr; } .label { min-block-size: 3.6cm; }
              :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --on-accent: #fff; --aside: #fff; --wash: #fff; }
              html { font-size: 10.5pt; }
              .top, footer, search, .own, .actions, .filter, .skip, form, .turn, .do, .reach { display: none !important; }
              main { max-inline-size: none; padding: 0; }
              .card { border: 0; border-block-end: 1px solid #999; border-radius: 0; padding-inline: 0; break-inside: avoid; margin: 0; }
              .threads { display: block; columns: 2; column-gap: 1cm; column-rule: 1px solid #999; }
              a { color: inherit; text-decoration: none; }
              .aside { border: 1px solid #000; }
              .side.offer { background: none; color: #000; }
              .screen, .looking .turn, .ways-of-looking { display: none !important; }
              .month, .month thead, .month tbody { display: table; inline-size: 100%; }
              .month { display: table; } .month thead { display: table-header-group; } .month tbody { display: table-row-group; }
              .month tr { display: table-row; } .month td, .month td.none { display: table-cell; block-size: 2.6cm; border: 1px solid #999; font-size: 9pt; }
              .month .date { display: inline-block; } .long-date { display: none; }
              .sign-up { display: block; }
              .sign-up span { display: block; border-block-end: 1px solid #000; block-size: .95cm; inline-size: 60%; }
              .part { break-inside: avoid; border-block-end: 0; padding-block: .2cm; }
              .blank-form { border: 1px solid #000; break-inside: avoid; margin-block-end: .4cm; padding: .2cm .5cm; }
              .blank-form p { margin-block-end: .3rem; } main:has(.blank-forms) > h1 { display: none; }
              .part :is(.lonely, .cannot) { display: none; } .lonely { color: #000; }
              .blank { padding-block-end: .9rem; } .blank.tall { padding-block-end: 2.4rem; }
            }
            """;

    private Stylesheet() {}
}
