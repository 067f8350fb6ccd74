package studio.pastiche.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ReLU output of one of VGG-19's convolutions, by its usual name: `relu4_2` is block 4's
/// second.
public record Layer(int block, int index) implements Comparable<Layer> {
  private static final Pattern NAME = Pattern.compile("relu([1-5])_([1-4])");
  private static final int[] CONVOLUTIONS = {2, 2, 4, 4, 4};
  private static final List<Layer> ALL = all();

  /// Throws IllegalArgumentException where VGG-19 has no such layer.
  public Layer {
    if (block < 1 || block > CONVOLUTIONS.length || index < 1 || index > CONVOLUTIONS[block - 1]) {
      throw new IllegalArgumentException(
          "VGG-19 has no layer relu%d_%d; its blocks have 2, 2, 4, 4 and 4 layers"
              .formatted(block, index));
    }
  }

  /// The layer of that name, such as `relu4_2`. Throws IllegalArgumentException, saying what is
  /// allowed, for any other text.
  public static Layer of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a layer; layers are called relu1_1 to relu5_4".formatted(name));
    }
    return new Layer(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /// All of VGG-19's layers, from the picture inwards.
  public static List<Layer> inOrder() {
    return ALL;
  }

  /// How many convolutions come before this layer's own.
  public int depth() {
    return ALL.indexOf(this);
  }

  /// Whether the network pools after this layer: each block's last one.
  public boolean poolingFollows() {
    return index == CONVOLUTIONS[block - 1];
  }

  @Override
  public int compareTo(Layer other) {
    return Integer.compare(block * 10 + index, other.block * 10 + other.index);
  }

  @Override
  public String toString() {
    return "relu" + block + "_" + index;
  }

  private static List<Layer> all() {
    List<Layer> layers = new ArrayList<>();
    for (int block = 1; block <= CONVOLUTIONS.length; block++) {
      for (int index = 1; index <= CONVOLUTIONS[block - 1]; index++) {
        layers.add(new Layer(block, index));
      }
    }
    return List.copyOf(layers);
  }
}
