package weft.pages.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.atlas.Tile;

/**
 * The few looks that things on the ground have, in the order in which they lie upon each other. Which layer of a tile has which look
 * follows the three schemas in common use: OpenMapTiles, Protomaps (version 3 and 4) and Shortbread.
 */
enum Look {
    /** Parks, woods, meadows. */
    GREEN,
    /** Where houses stand. */
    BUILT,
    /** Seas, lakes, wide rivers. */
    WATER,
    /** Rivers and streams as lines. */
    STREAM,
    /** Houses. */
    BUILDING,
    /** Ways for feet and bicycles. */
    PATH,
    /** Streets. */
    STREET,
    /** Rails above ground and below. */
    RAIL,
    /** Roads that lead from town to town. */
    ROAD;

    /** What is drawn first where not everything fits. */
    static final List<Look> BY_NEED = List.of(WATER, ROAD, STREET, RAIL, GREEN, STREAM, BUILT, PATH, BUILDING);

    private static final Set<String> LAYERS = Set.of("water", "waterway", "landcover", "landuse", "park", "building", "buildings", "transportation",
            "roads", "transit", "ocean", "water_polygons", "water_lines", "land", "sites", "streets", "physical_line");
    private static final Set<String> GREENS = Set.of("wood", "forest", "grass", "grassland", "park", "national_park", "nature_reserve", "meadow",
            "garden", "village_green", "recreation_ground", "cemetery", "allotments", "orchard", "vineyard", "scrub", "heath", "golf_course", "wetland",
            "farmland", "playground", "pitch", "swamp", "marsh", "protected_area");
    private static final Set<String> BUILTS = Set.of("residential", "suburb", "neighbourhood", "quarter", "industrial", "commercial", "retail",
            "urban_area", "railway", "school", "university", "hospital", "college");
    private static final Set<String> ROADS = Set.of("motorway", "trunk", "primary", "secondary", "highway", "major_road", "motorway_link",
            "trunk_link", "primary_link", "secondary_link");
    private static final Set<String> STREETS = Set.of("tertiary", "tertiary_link", "minor", "minor_road", "residential", "unclassified",
            "living_street", "service", "busway", "medium_road", "pedestrian");
    private static final Set<String> PATHS = Set.of("path", "footway", "cycleway", "track", "steps", "bridleway", "corridor");
    private static final Set<String> RAILS = Set.of("rail", "transit", "light_rail", "subway", "tram", "narrow_gauge", "monorail");
    private static final Set<String> STREAMS = Set.of("river", "canal", "stream");

    /** The name in the style sheet. */
    String style() {
        return "g-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isArea() {
        return this == GREEN || this == BUILT || this == WATER || this == BUILDING;
    }

    /** Whether a layer holds anything that has a look. */
    static boolean isDrawn(String layer) {
        return LAYERS.contains(layer);
    }

    /** Whether a shape's look depends on a word. */
    static boolean isWord(String word) {
        return word.equals("class") || word.equals("kind") || word.equals("pmap:kind") || word.equals("rail");
    }

    /** How a shape of a layer looks; nothing where it is not drawn at all. */
    static Optional<Look> of(String layer, Tile.Shape shape) {
        Map<String, String> words = shape.words();
        // What something is stands under one of these names.
        String kind = words.getOrDefault("class", words.getOrDefault("kind", words.getOrDefault("pmap:kind", "")));
        boolean area = shape.form() == Tile.Form.AREA;
        if (shape.form() == Tile.Form.POINT) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (layer) {
            case "water", "ocean", "water_polygons" -> area ? WATER : STREAMS.contains(kind) ? STREAM : null;
            case "waterway", "water_lines", "physical_line" -> !area && (kind.isEmpty() || STREAMS.contains(kind)) ? STREAM : null;
            case "landcover", "landuse", "park", "land", "sites" -> !area ? null : GREENS.contains(kind) || layer.equals("park") ? GREEN
                    : BUILTS.contains(kind) ? BUILT : null;
            case "building", "buildings" -> area ? BUILDING : null;
            case "transportation", "roads", "streets", "transit" -> area ? null : way(kind, words);
            default -> null;
        });
    }

    private static @org.jspecify.annotations.Nullable Look way(String kind, Map<String, String> words) {
        if (RAILS.contains(kind) || words.getOrDefault("rail", "").equals("true")) {
            return RAIL;
        }
        return ROADS.contains(kind) ? ROAD : STREETS.contains(kind) ? STREET : PATHS.contains(kind) ? PATH : null;
    }
}
