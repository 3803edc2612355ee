// What the browser knows of time zones, so that the program need not bring a table of them.

/** Names that calendar files use and that a browser may list under an older or a newer one. */
const ALSO = "UTC GMT Etc/UTC Etc/GMT Europe/Kyiv Europe/Kiev Asia/Kolkata Asia/Calcutta Asia/Kathmandu Asia/Katmandu Asia/Yangon Asia/Rangoon "
    + "Asia/Ho_Chi_Minh Asia/Saigon Asia/Istanbul Asia/Tel_Aviv Asia/Jerusalem America/Argentina/Buenos_Aires America/Buenos_Aires America/Nuuk "
    + "America/Godthab America/Indiana/Indianapolis America/Indianapolis America/Kentucky/Louisville America/Louisville Atlantic/Faroe Atlantic/Faeroe "
    + "Africa/Asmara Africa/Asmera Pacific/Kanton Pacific/Chuuk Pacific/Truk Pacific/Pohnpei Pacific/Ponape US/Eastern US/Central US/Mountain "
    + "US/Pacific US/Alaska US/Hawaii US/Arizona Canada/Eastern Canada/Central Canada/Mountain Canada/Pacific Canada/Atlantic Canada/Newfoundland "
    + "Australia/ACT Australia/NSW Australia/Queensland Australia/Victoria Brazil/East Mexico/General Japan Singapore Hongkong Israel Turkey Egypt Iran "
    + "Poland Portugal Eire GB NZ PRC ROK ROC EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT CET MET EET WET";

export function zone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
}

/** All names. */
export function zones() {
    return [...new Set([...(Intl.supportedValuesOf?.("timeZone") ?? []), zone(), ...ALSO.split(" ")])];
}

/** Seconds between two looks: no zone changes its clocks twice within less. */
const STEP = 14 * 24 * 3600;
const FIRST = Date.UTC(2020, 0, 1) / 1000;

/**
 * What the clocks of a zone are set to: seconds east of UTC at first, then in turn a moment (Unix seconds) and what holds from
 * then on. Empty for a name that the browser does not know.
 */
export function zoneChanges(name) {
    let format;
    try {
        format = new Intl.DateTimeFormat("en-US", {
            timeZone: name, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
        });
    } catch {
        return [];
    }
    const at = (seconds) => {
        const [month, day, year, hour, minute, second] = format.format(seconds * 1000).match(/\d+/g).map(Number);
        return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
    };
    const until = Date.now() / 1000 + 7 * 366 * 24 * 3600;
    let offset = at(FIRST);
    const out = [offset];
    for (let from = FIRST; from < until; from += STEP) {
        const next = at(from + STEP);
        if (next !== offset) {
            // Clocks change at a full minute.
            let [low, high] = [from / 60, (from + STEP) / 60];
            while (high - low > 1) {
                const middle = Math.floor((low + high) / 2);
                [low, high] = at(middle * 60) === offset ? [middle, high] : [low, middle];
            }
            out.push(high * 60, next);
            offset = next;
        }
    }
    return out;
}
