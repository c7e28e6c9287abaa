package anywire.transport;

/**
 * What bytes are encoded in: an open value that a transport carries (by number where it has a byte to spare, by media
 * type where it has headers) and never looks behind. Equal by number; a format that is not Anywire's own travels under a
 * numbered media type where there are headers.
 *
 * @param id 1 to 255; 1 to 31 are Anywire's own
 */
public record Format(int id, String mediaType) {
    public static final Format BINARY = new Format(1, "application/vnd.anywire.binary");
    public static final Format JSON = new Format(2, "application/json");
    /** A GET's query, or a form: pairs of names and values. Requests only. */
    public static final Format FORM = new Format(3, "application/x-www-form-urlencoded");

    private static final String NUMBERED = "application/vnd.anywire.format-";
    private static final Format[] OWN = {BINARY, JSON, FORM};

    public Format {
        if (id < 1 || id > 255) {
            throw new IllegalArgumentException("a format's id is 1 to 255, not " + id);
        }
    }

    /** The format with that number. */
    public static Format of(int id) {
        for (Format own : OWN) {
            if (own.id == id) {
                return own;
            }
        }
        return new Format(id, NUMBERED + id);
    }

    /**
     * The format of a media type, parameters and case aside.
     *
     * @throws IllegalArgumentException if it is none that Anywire can number
     */
    public static Format of(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String bare = (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon)).strip();
        for (Format own : OWN) {
            if (own.mediaType.equalsIgnoreCase(bare)) {
                return own;
            }
        }
        if (bare.regionMatches(true, 0, NUMBERED, 0, NUMBERED.length())) {
            return of(Integer.parseInt(bare.substring(NUMBERED.length())));
        }
        throw new IllegalArgumentException("unknown media type " + bare);
    }

    /** What to write into a header, so that {@link #of(String)} gives an equal format. */
    public String headerValue() {
        return id <= OWN.length ? OWN[id - 1].mediaType : NUMBERED + id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Format that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
