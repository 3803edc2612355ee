/** Practices: Markdown, lineage, translations, booklets. */
@org.jspecify.annotations.NullMarked
module weft.practice {
    requires static transitive org.jspecify;
    requires transitive weft.core;

}
