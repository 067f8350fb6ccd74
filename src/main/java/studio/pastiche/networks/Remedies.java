package studio.pastiche.networks;

import java.net.URI;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.download.DownloadException.Reason;

/// What to do where fetching failed.
final class Remedies {
  private Remedies() {}

  static String of(Reason reason, CatalogueNetwork wanted, Source source, URI uri) {
    return switch (reason) {
      case OFFLINE -> "connect to the internet, or " + byHand(wanted, uri);
      case CERTIFICATE ->
          "check this computer's clock, and whether a proxy stands between; or "
              + byHand(wanted, uri);
      case NOT_THE_FILE -> "log in to the network in a browser and fetch it again";
      case REDIRECT -> "nothing was taken from there; " + byHand(wanted, uri);
      case REFUSED -> elsewhere(wanted, source) + byHand(wanted, uri);
      case BUSY -> "what came is kept; fetch it again in a while" + orElsewhere(wanted, source);
      case BROKEN_OFF -> "what came is kept; fetch it again to go on";
      case CHANGED -> "fetch it again in a while";
    };
  }

  /// How to get it without us.
  static String byHand(CatalogueNetwork wanted, URI uri) {
    return "get %s by other means and bring it by 'pastiche networks import FILE --name %s'"
        .formatted(uri, wanted.name());
  }

  private static String elsewhere(CatalogueNetwork wanted, Source source) {
    return other(wanted, source).isEmpty() ? "" : "try %s, or ".formatted(other(wanted, source));
  }

  private static String orElsewhere(CatalogueNetwork wanted, Source source) {
    return other(wanted, source).isEmpty() ? "" : ", or try " + other(wanted, source);
  }

  /// Such as `--source pytorch (575 MB)`; empty where there is no other.
  private static String other(CatalogueNetwork wanted, Source source) {
    return wanted.sources().stream()
        .filter(other -> !other.equals(source))
        .findFirst()
        .map(
            other ->
                "--source %s (%s)"
                    .formatted(other.id(), Sizes.mb(other.fetched(wanted.neededBytes()))))
        .orElse("");
  }
}
