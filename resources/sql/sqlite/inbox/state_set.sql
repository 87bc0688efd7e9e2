UPDATE state SET value = :value WHERE name = :name
