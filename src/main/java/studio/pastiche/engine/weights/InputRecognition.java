package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.InputSpec;

/// Finds out which input a network wants: the same weights give other features where colours or
/// units are mixed up, and nothing fails.
final class InputRecognition {
  private static final String KNOWN = "/studio/pastiche/engine/network/fingerprints.properties";
  private static final Pattern CLASSIFIER =
      Pattern.compile("(?:.*\\.)?classifier\\.(\\d+)\\.weight");

  /// Trained and well-made random first layers have about 0.2; those for inputs 255 times as large
  /// that were made from them have under 0.01.
  private static final double USUAL_MIN = 0.02;

  private static final double USUAL_MAX = 2;

  private final String file;

  InputRecognition(String file) {
    this.file = file;
  }

  /// What was found out.
  record Recognised(InputSpec input, InputEvidence evidence) {}

  /// Finds it out.
  ///
  /// @param chosen by the user
  /// @throws InputInDoubtException where nothing tells
  Recognised input(
      @Nullable InputSpec chosen, TensorFile tensors, VggTensors vgg, Convolution first)
      throws WeightsException {
    if (chosen != null) {
      return sure(chosen, InputEvidence.Source.CHOSEN);
    }
    String known = known(first.fingerprint());
    if (known != null) {
      return sure(InputSpec.of(known), InputEvidence.Source.FINGERPRINT);
    }
    String said = tensors.metadata().get("input");
    if (said != null) {
      return sure(said(said), InputEvidence.Source.METADATA);
    }
    Optional<InputSpec> usual = tensors.usualInput();
    if (usual.isPresent()) {
      return likely(usual.get(), InputEvidence.Source.FORMAT, first);
    }
    return likely(
        byKeys(vgg, tensors.shapes().keySet()).orElseThrow(() -> new InputInDoubtException(file)),
        InputEvidence.Source.KEYS,
        first);
  }

  private InputSpec said(String input) throws WeightsException {
    try {
      return InputSpec.of(input);
    } catch (IllegalArgumentException e) {
      throw new WeightsException(file, "has metadata that can't be: " + e.getMessage(), e);
    }
  }

  private static Recognised sure(InputSpec input, InputEvidence.Source source) {
    return new Recognised(input, new InputEvidence(source, Optional.empty()));
  }

  private static Recognised likely(
      InputSpec input, InputEvidence.Source source, Convolution first) {
    return new Recognised(input, new InputEvidence(source, question(input, first.weight())));
  }

  private static @Nullable String known(String fingerprint) throws WeightsException {
    Properties known = new Properties();
    try (InputStream in = InputRecognition.class.getResourceAsStream(KNOWN)) {
      if (in == null) {
        throw new WeightsException(KNOWN, "is missing from this installation; reinstall it");
      }
      known.load(in);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(KNOWN, "can't be read: " + e.getMessage(), e);
    }
    return known.getProperty(fingerprint);
  }

  /// What the names tell: Caffe's own, or the classifier that comes with the features. Ports of
  /// Caffe's network begin it with a reshaping, so that its numbers are one higher.
  private static Optional<InputSpec> byKeys(VggTensors vgg, Set<String> names) {
    if (vgg.notation() == VggTensors.Notation.NAMED) {
      return Optional.of(InputSpec.BGR_CAFFE);
    }
    Set<String> numbers = new HashSet<>();
    boolean timm = false;
    for (String name : names) {
      Matcher matcher = CLASSIFIER.matcher(name);
      if (matcher.matches()) {
        numbers.add(matcher.group(1));
      }
      timm |= name.startsWith("pre_logits.") || name.startsWith("head.fc.");
    }
    boolean caffe = List.of("1", "4").stream().anyMatch(numbers::contains);
    boolean torchvision = timm || List.of("0", "3").stream().anyMatch(numbers::contains);
    if (caffe == torchvision) {
      return Optional.empty();
    }
    return Optional.of(caffe ? InputSpec.BGR_CAFFE : InputSpec.RGB_IMAGENET);
  }

  private static Optional<String> question(InputSpec input, FloatBuffer weight) {
    double squares = 0;
    int count = weight.remaining();
    while (weight.hasRemaining()) {
      squares += Math.pow(weight.get(), 2);
    }
    double size = Math.sqrt(squares / count);
    boolean forUnits = input == InputSpec.RGB_IMAGENET;
    if (forUnits && size < USUAL_MIN || size > USUAL_MAX) {
      return Optional.of(
          "its first weights are unusually %s (%.2g) for %s; if the pictures come out wrong, try %s"
              .formatted(
                  size < USUAL_MIN ? "small" : "large",
                  size,
                  input,
                  forUnits ? InputSpec.BGR_CAFFE : InputSpec.RGB_IMAGENET));
    }
    return Optional.empty();
  }
}
