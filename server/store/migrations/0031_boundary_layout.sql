-- What people said of layers of boundaries: role, level and language of columns, level, coordinate system and encoding of the layer. The next upload
-- with the same headings is read by it, and says so. The newest word on a layer holds.
create table boundary_layout (
  dataset text not null,
  -- SHA-256 of the folded headings of the layer.
  layout text not null,
  layer text not null,
  -- JSON.
  answer text not null,
  said_at text not null,
  primary key (dataset, layout, layer)
);
