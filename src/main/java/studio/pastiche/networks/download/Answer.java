package studio.pastiche.networks.download;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says of the file it sends.
///
/// @param size of the whole file, or -1 where it does not say
/// @param version a mark that changes with the file, or "" where it gives none
/// @param part whether it sent the bytes that were asked for, and not the whole file
record Answer(long size, String version, boolean part) {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  /// Of a whole file.
  static Answer whole(HttpHeaders headers) {
    return new Answer(
        headers.firstValueAsLong("Content-Length").orElse(-1), version(headers), false);
  }

  /// Of a part; empty where it is none of the wanted bytes' beginning.
  static Optional<Answer> part(HttpHeaders headers, Span wanted) {
    Matcher range = CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != wanted.from()) {
      return Optional.empty();
    }
    long to = Long.parseLong(range.group(2)) + 1;
    long size = Long.parseLong(range.group(3));
    return to == Math.min(wanted.to(), size)
        ? Optional.of(new Answer(size, version(headers), true))
        : Optional.empty();
  }

  /// Whether it tells of the same file as an earlier one, as far as that told.
  boolean sameFile(Answer known) {
    return (known.size < 0 || size == known.size)
        && (known.version.isEmpty() || version.equals(known.version));
  }

  private static String version(HttpHeaders headers) {
    return headers.firstValue("ETag").or(() -> headers.firstValue("Last-Modified")).orElse("");
  }
}
