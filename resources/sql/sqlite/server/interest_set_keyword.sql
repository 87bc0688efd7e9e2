-- Another spelling of what folds to the same.
UPDATE interest SET keyword = :keyword WHERE id = :interest AND keyword <> :keyword
