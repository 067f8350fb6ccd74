package studio.pastiche.picture;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An ICC profile (ICC.1:2022, of version 2 and 4 alike): its header and the tags a picture needs.
final class IccProfile {
  private static final int TAG_TABLE = 128;
  private static final int MOST_TAGS = 200;

  private final Bytes bytes;
  private final Map<String, Integer> tags;

  private IccProfile(Bytes bytes, Map<String, Integer> tags) {
    this.bytes = bytes;
    this.tags = tags;
  }

  /// The profile, or empty if the bytes are none.
  static Optional<IccProfile> of(byte[] array) {
    Bytes bytes = new Bytes(array);
    long count = bytes.u32(TAG_TABLE);
    if (!bytes.hasAt(36, "acsp") || count < 0 || count > MOST_TAGS) {
      return Optional.empty();
    }
    Map<String, Integer> tags = new HashMap<>();
    for (int entry = TAG_TABLE + 4; entry < TAG_TABLE + 4 + 12 * count; entry += 12) {
      if (!bytes.has(bytes.u32(entry + 4), Math.max(8, bytes.u32(entry + 8)))) {
        return Optional.empty();
      }
      String name = new String(bytes.slice(entry, entry + 4), StandardCharsets.ISO_8859_1);
      tags.put(name, (int) bytes.u32(entry + 4));
    }
    return Optional.of(new IccProfile(bytes, Map.copyOf(tags)));
  }

  byte[] bytes() {
    return bytes.array();
  }

  /// Whether the profile describes this kind of colours.
  boolean isFor(Samples.Model model) {
    return bytes.hasAt(
        16,
        switch (model) {
          case GREY -> "GRAY";
          case RGB -> "RGB ";
          case CMYK -> "CMYK";
        });
  }

  /// Whether colours are described by tables, which then count more than curves and primaries.
  boolean hasTables() {
    return tags.containsKey("A2B0") || tags.containsKey("A2B1");
  }

  boolean connectsThroughXyz() {
    return bytes.hasAt(20, "XYZ ");
  }

  /// The tone curve of a tag such as `rTRC`.
  Optional<ToneCurve> curve(String tag) {
    Integer at = tags.get(tag);
    return at == null ? Optional.empty() : ToneCurve.of(bytes, at);
  }

  /// The XYZ value (relative to D50) of a tag such as `rXYZ`.
  Optional<double[]> xyz(String tag) {
    Integer at = tags.get(tag);
    if (at == null || !bytes.hasAt(at, "XYZ ") || !bytes.has(at, 20)) {
      return Optional.empty();
    }
    double[] xyz = new double[3];
    for (int i = 0; i < 3; i++) {
      xyz[i] = fixed(bytes, at + 8 + 4 * i);
    }
    return Optional.of(xyz);
  }

  /// An s15Fixed16Number.
  static double fixed(Bytes bytes, int at) {
    return (int) bytes.u32(at) / 65536.0;
  }
}
