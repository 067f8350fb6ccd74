package studio.pastiche.engine.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.pastiche.engine.network.Layer;

/// Which of a file's tensors are VGG-19's convolutions.
///
/// @param notation how they are named
/// @param inOrder those of conv1_1, conv1_2, … without a gap
record VggTensors(Notation notation, List<Parameters> inOrder) {
  private static final Pattern COUNTED =
      Pattern.compile("(?:(?:.*\\.)?features\\.)?(\\d{1,3})\\.(weight|bias)");
  private static final Pattern NAMED =
      Pattern.compile("(?:.*[./])?conv([1-5])_([1-9])\\.(weight|bias)");
  private static final Pattern KERAS =
      Pattern.compile(
          "(?:.*/)?block([1-5])_conv([1-9])(_W(?:_\\d+)?|_b(?:_\\d+)?|/kernel|/bias)(?::0)?");

  /// Parts of names that only other networks have.
  private static final Map<String, String> OTHERS =
      Map.of(
          "layer1.0.conv1", "a ResNet",
          "res2a_branch2a", "a ResNet",
          "conv2_block1_1_conv", "a ResNet",
          ".denselayer1.", "a DenseNet",
          ".squeeze.weight", "a SqueezeNet",
          "Mixed_5b.", "an Inception network");

  /// How a file names its convolutions.
  enum Notation {
    /// By their numbers in a list, as torchvision: `features.0.weight`.
    COUNTED,
    /// By block and index, as Caffe: `conv1_1.weight`.
    NAMED
  }

  /// The names of one convolution's tensors.
  record Parameters(Layer layer, String weight, String bias) {}

  /// Finds them.
  ///
  /// @param file its name, for the messages
  /// @param shapes the file's tensors
  /// @throws WeightsException saying what the file is instead, or what it lacks
  static VggTensors in(String file, Map<String, List<Integer>> shapes) throws WeightsException {
    refuseOthers(file, shapes);
    Places counted = Places.counted(file, shapes);
    Places named = Places.named(file, shapes);
    if (counted.weights.isEmpty() && named.weights.isEmpty()) {
      throw new WeightsException(
          file,
          "is no VGG-19: it has neither 'features.0.weight' nor 'conv1_1.weight' nor 'block1_conv1', but %s"
              .formatted(some(shapes)));
    }
    return named.weights.size() > counted.weights.size()
        ? new VggTensors(Notation.NAMED, named.inOrder(VggKind.VGG_19.named()))
        : new VggTensors(Notation.COUNTED, counted.inOrder(VggKind.VGG_19.counted(2)));
  }

  private static void refuseOthers(String file, Map<String, List<Integer>> shapes)
      throws WeightsException {
    for (String name : shapes.keySet()) {
      for (Map.Entry<String, String> other : OTHERS.entrySet()) {
        if (name.contains(other.getKey())) {
          throw otherNetwork(file, other.getValue());
        }
      }
    }
  }

  private static WeightsException otherNetwork(String file, String what) {
    return new WeightsException(file, "is %s; a VGG-19 is needed".formatted(what));
  }

  private static String some(Map<String, List<Integer>> shapes) {
    return shapes.isEmpty()
        ? "no tensors at all"
        : shapes.keySet().stream()
            .sorted()
            .limit(3)
            .map(name -> "'" + name.substring(0, Math.min(40, name.length())) + "'")
            .collect(Collectors.joining(", "));
  }

  /// Names by place: the number in the list, or ten times the block plus the index.
  private record Places(
      String file,
      Notation notation,
      TreeMap<Integer, String> weights,
      Map<Integer, String> biases) {
    static Places counted(String file, Map<String, List<Integer>> shapes) throws WeightsException {
      Places places = new Places(file, Notation.COUNTED, new TreeMap<>(), new TreeMap<>());
      for (String name : shapes.keySet()) {
        Matcher matcher = COUNTED.matcher(name);
        if (matcher.matches()) {
          int place = Integer.parseInt(matcher.group(1));
          places.put(place, name, matcher.group(2).equals("bias"), shapes);
        }
      }
      return places;
    }

    static Places named(String file, Map<String, List<Integer>> shapes) throws WeightsException {
      Places places = new Places(file, Notation.NAMED, new TreeMap<>(), new TreeMap<>());
      for (String name : shapes.keySet()) {
        for (Pattern pattern : List.of(NAMED, KERAS)) {
          Matcher matcher = pattern.matcher(name);
          if (matcher.matches()) {
            int place =
                10 * Integer.parseInt(matcher.group(1)) + Integer.parseInt(matcher.group(2));
            String part = matcher.group(3);
            places.put(place, name, part.contains("b"), shapes);
          }
        }
      }
      return places;
    }

    private void put(int place, String name, boolean bias, Map<String, List<Integer>> shapes)
        throws WeightsException {
      if (!bias && shapes.getOrDefault(name, List.of()).size() < 2) {
        return; // batch norm's weights have one size
      }
      String before = (bias ? biases : weights).put(place, name);
      if (before != null) {
        throw new WeightsException(
            file, "holds more than one VGG: both '%s' and '%s'".formatted(before, name));
      }
    }

    /// The tensors in VGG-19's order.
    List<Parameters> inOrder(List<Integer> expected) throws WeightsException {
      List<Integer> present = List.copyOf(weights.keySet());
      if (!starts(expected, present)) {
        throw notVgg19(present, expected);
      }
      List<Parameters> found = new ArrayList<>();
      for (int i = 0; i < present.size(); i++) {
        Layer layer = Layer.inOrder().get(i);
        String weight = weights.get(expected.get(i));
        String bias = biases.get(expected.get(i));
        if (weight == null || bias == null) {
          throw new WeightsException(
              file, "has '%s', but no bias for it; fetch it again".formatted(weight));
        }
        found.add(new Parameters(layer, weight, bias));
      }
      return found;
    }

    private WeightsException notVgg19(List<Integer> present, List<Integer> expected) {
      for (VggKind kind : VggKind.values()) {
        if (notation == Notation.COUNTED && starts(kind.counted(3), present)) {
          return otherNetwork(file, "a " + kind + " with batch norm");
        }
        if (starts(notation == Notation.NAMED ? kind.named() : kind.counted(2), present)) {
          return otherNetwork(file, "a " + kind);
        }
      }
      if (expected.containsAll(present)) {
        int missing =
            IntStream.range(0, expected.size())
                .filter(i -> !present.contains(expected.get(i)))
                .findFirst()
                .orElseThrow();
        return new WeightsException(
            file,
            "has no convolution for %s%s, though deeper layers are there; fetch it again"
                .formatted(Layer.inOrder().get(missing), whereExpected(expected.get(missing))));
      }
      return new WeightsException(
          file,
          "is no VGG-19: it has convolutions at %s, where a VGG-19 has them at %s"
              .formatted(present, expected));
    }

    private String whereExpected(int place) {
      return notation == Notation.COUNTED
          ? " ('%s')"
              .formatted(
                  weights.firstEntry().getValue().replaceFirst("\\d+\\.weight$", place + ".weight"))
          : "";
    }

    private static boolean starts(List<Integer> all, List<Integer> first) {
      return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
    }
  }
}
