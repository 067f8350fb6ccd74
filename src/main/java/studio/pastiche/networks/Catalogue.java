package studio.pastiche.networks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// The networks that can be had by name.
///
/// @param networks in the order in which they are shown
public record Catalogue(List<CatalogueNetwork> networks) {
  private static final String RESOURCE = "/studio/pastiche/networks/catalogue.json";

  public Catalogue {
    networks = List.copyOf(networks);
  }

  /// The one that comes with Pastiche.
  public static Catalogue builtIn() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this installation");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A catalogue in JSON.
  static Catalogue read(byte[] json) {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
        .build()
        .readValue(json, Catalogue.class);
  }

  /// The network of that name, if there is one.
  public Optional<CatalogueNetwork> find(String name) {
    return networks.stream().filter(network -> network.name().equals(name)).findFirst();
  }
}
