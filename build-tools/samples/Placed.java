/// One mesh standing somewhere: turned about the vertical, scaled and tinted.
record Placed(
    Mesh mesh, double x, double y, double z, double scale, double sin, double cos, float tint) {}
