package studio.pastiche.engine.network;

/// How a network wants its picture: which colour comes first, and the units. Applied inside the
/// objective, so that the picture itself is always sRGB in 0..1.
public enum InputSpec {
  /// torchvision's: RGB, less ImageNet's mean, divided by its deviation.
  RGB_IMAGENET(
      "rgb-imagenet",
      false,
      new float[] {1 / 0.229f, 1 / 0.224f, 1 / 0.225f},
      new float[] {-0.485f / 0.229f, -0.456f / 0.224f, -0.406f / 0.225f}),
  /// Caffe's: BGR in 0..255 less the mean of the original VGG training set.
  BGR_CAFFE(
      "bgr-caffe", true, new float[] {255, 255, 255}, new float[] {-103.939f, -116.779f, -123.68f}),
  /// The same in RGB order, as MatConvNet publishes it.
  RGB_CAFFE(
      "rgb-caffe",
      false,
      new float[] {255, 255, 255},
      new float[] {-123.68f, -116.779f, -103.939f});

  private final String label;
  private final boolean bgr;
  private final float[] scale;
  private final float[] offset;

  InputSpec(String label, boolean bgr, float[] scale, float[] offset) {
    this.label = label;
    this.bgr = bgr;
    this.scale = scale;
    this.offset = offset;
  }

  /// The spec of that label, as weight files and the command line write it.
  public static InputSpec of(String label) {
    for (InputSpec spec : values()) {
      if (spec.label.equals(label)) {
        return spec;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not an input; it is rgb-imagenet, bgr-caffe or rgb-caffe".formatted(label));
  }

  /// Its label.
  @Override
  public String toString() {
    return label;
  }

  /// Whether blue comes first.
  public boolean bgr() {
    return bgr;
  }

  /// Six numbers: the scale, then the offset, of each channel in the network's own order.
  public float[] scaleAndOffset() {
    return new float[] {scale[0], scale[1], scale[2], offset[0], offset[1], offset[2]};
  }
}
