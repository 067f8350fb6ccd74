package studio.pastiche.ui.networks;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.networks.download.DownloadException.Reason;
import studio.pastiche.networks.download.Listener.Turn;
import studio.pastiche.networks.download.Progress;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Texts;

/// What the window says of networks, in the language that is chosen now.
final class NetworkWords {
  private final Texts texts;
  private final Amounts amounts;
  private final @Nullable URI mirror;

  /// @param mirror a server to fetch from in place of the original ones, or null
  NetworkWords(Texts texts, @Nullable URI mirror) {
    this.texts = texts;
    this.mirror = mirror;
    amounts = new Amounts(texts);
  }

  /// What a network of the catalogue is; in the catalogue's own words where there are no others.
  String what(CatalogueNetwork known) {
    return switch (known.name()) {
      case "compact" -> texts.get("networks.what.compact");
      case "vgg19" -> texts.get("networks.what.vgg19");
      case "vgg19-caffe" -> texts.get("networks.what.vgg19-caffe");
      default -> known.what();
    };
  }

  /// Where a network of the catalogue comes from; in the catalogue's own words where there are no
  /// others.
  String origin(CatalogueNetwork known) {
    return switch (known.name()) {
      case "vgg19" -> texts.get("networks.origin.vgg19");
      case "vgg19-caffe" -> texts.get("networks.origin.vgg19-caffe");
      default -> known.origin();
    };
  }

  /// How wide and deep it is, and how it wants its picture.
  String shape(List<Integer> widths, String deepest, InputSpec input) {
    return texts.get("networks.shape", range(widths), deepest, shortInput(input));
  }

  /// Such as `64–512`.
  static String range(List<Integer> widths) {
    int least = widths.stream().mapToInt(Integer::intValue).min().orElse(0);
    int most = widths.stream().mapToInt(Integer::intValue).max().orElse(0);
    return least == most ? String.valueOf(least) : least + "–" + most;
  }

  /// Licence and origin.
  String provenance(String licence, String origin) {
    StringJoiner words = new StringJoiner(" · ");
    words.add(
        licence.isEmpty()
            ? texts.get("networks.licence-unknown")
            : texts.get("networks.licence", licence));
    if (!origin.isEmpty()) {
      words.add(origin);
    }
    return words.toString();
  }

  String size(StoredNetwork network) {
    return amounts.disk(network.bytes());
  }

  String size(long bytes) {
    return amounts.disk(bytes);
  }

  /// What would be fetched, from where.
  String toFetch(CatalogueNetwork known, Source source) {
    long fetched = source.fetched(known.neededBytes());
    return fetched < source.bytes()
        ? texts.get(
            "networks.fetches-part",
            amounts.disk(fetched),
            amounts.disk(source.bytes()),
            host(source))
        : texts.get("networks.fetches-all", amounts.disk(fetched), host(source));
  }

  /// The server that a source is fetched from.
  String host(Source source) {
    return String.valueOf((mirror == null ? source.url() : mirror).getHost());
  }

  /// In a few words, for a line of details.
  String shortInput(InputSpec input) {
    return switch (input) {
      case RGB_IMAGENET -> texts.get("networks.input.rgb-imagenet");
      case BGR_CAFFE -> texts.get("networks.input.bgr-caffe");
      case RGB_CAFFE -> texts.get("networks.input.rgb-caffe");
    };
  }

  /// The key of what an input is, at more length.
  static String inputKey(InputSpec input) {
    return switch (input) {
      case RGB_IMAGENET -> "networks.input.rgb-imagenet.long";
      case BGR_CAFFE -> "networks.input.bgr-caffe.long";
      case RGB_CAFFE -> "networks.input.rgb-caffe.long";
    };
  }

  /// How far fetching is: bytes, speed and time left.
  String progress(@Nullable Progress progress) {
    if (progress == null) {
      return texts.get("networks.connecting");
    }
    StringJoiner words = new StringJoiner(" · ");
    words.add(amount(progress));
    if (progress.bytesPerSecond() > 0) {
      words.add(texts.get("networks.speed", amounts.disk((long) progress.bytesPerSecond())));
      words.add(texts.get("foot.left", amounts.time(progress.secondsLeft())));
    }
    return words.toString();
  }

  /// How much is here of a network that is not being fetched now.
  String paused(@Nullable Progress progress) {
    return progress == null
        ? texts.get("networks.paused")
        : texts.get("networks.paused-at", amount(progress));
  }

  private String amount(Progress progress) {
    return texts.get(
        "networks.amount", amounts.disk(progress.done()), amounts.disk(progress.total()));
  }

  /// What turned out while fetching.
  String turn(Turn turn) {
    return switch (turn) {
      case RESUMED -> texts.get("networks.resumed");
      case STARTED_ANEW -> texts.get("networks.started-anew");
      case WHOLE_FILE -> texts.get("networks.whole-file");
    };
  }

  /// What happened, where a network could not be fetched.
  String failure(Throwable problem, Source source) {
    return reason(problem)
        .map(reason -> texts.get(key(reason), host(source)))
        .orElseGet(() -> texts.get("networks.not-fetched"));
  }

  /// What it means and what to do.
  String remedy(Throwable problem) {
    return reason(problem)
        .map(reason -> texts.get(key(reason) + ".why"))
        .orElseGet(() -> texts.said(problem));
  }

  /// What the server or the system said, for who can make something of it.
  Optional<String> detail(Throwable problem) {
    Throwable cause = problem.getCause();
    return reason(problem).isPresent() && cause != null
        ? Optional.ofNullable(cause.getMessage())
        : Optional.empty();
  }

  private static Optional<Reason> reason(Throwable problem) {
    return problem instanceof NetworkException network ? network.reason() : Optional.empty();
  }

  private static String key(Reason reason) {
    return switch (reason) {
      case OFFLINE -> "networks.offline";
      case CERTIFICATE -> "networks.certificate";
      case NOT_THE_FILE -> "networks.not-the-file";
      case REDIRECT -> "networks.redirect";
      case REFUSED -> "networks.refused";
      case BUSY -> "networks.busy";
      case BROKEN_OFF -> "networks.broken-off";
      case CHANGED -> "networks.changed";
    };
  }

  /// The id of a node that is about a network.
  static String id(String what, String network) {
    return "%s-%s".formatted(what, network.toLowerCase(Locale.ROOT));
  }
}
