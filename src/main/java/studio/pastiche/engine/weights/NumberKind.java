package studio.pastiche.engine.weights;

import java.util.Arrays;

/// How a weight file stores one number.
public enum NumberKind {
  F64("F64", 8),
  F32("F32", 4),
  F16("F16", 2),
  BF16("BF16", 2),
  I64("I64", 8),
  I32("I32", 4),
  I16("I16", 2),
  I8("I8", 1),
  U8("U8", 1),
  BOOL("BOOL", 1),
  /// One that no network of ours needs; its width is not known.
  OTHER("numbers of an unknown kind", 0);

  private final String label;
  private final int bytes;

  NumberKind(String label, int bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /// The kind that safetensors calls so.
  static NumberKind of(String label) {
    return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst().orElse(OTHER);
  }

  /// How wide one number is, or 0 where that is not known.
  public int bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return label;
  }
}
